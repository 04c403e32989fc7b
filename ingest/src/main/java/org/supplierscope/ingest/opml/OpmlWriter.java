package org.supplierscope.ingest.opml;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.supplierscope.ingest.opml.OpmlReading.Subscription;

/// Writes OPML 2.0 that other readers take.
public final class OpmlWriter {

    private OpmlWriter() {}

    /// A list as an OPML file, to be stored in UTF-8.
    ///
    /// @param created stands in the head
    public static String write(List<Subscription> subscriptions, Instant created) {
        var text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeCharacters("\n");
            out.writeStartElement("opml");
            out.writeAttribute("version", "2.0");
            out.writeStartElement("head");
            element(out, "title", "Supplierscope sources");
            element(out, "dateCreated", DateTimeFormatter.RFC_1123_DATE_TIME.format(created.atOffset(ZoneOffset.UTC)));
            out.writeEndElement();
            out.writeStartElement("body");
            for (Subscription subscription : subscriptions) {
                out.writeCharacters("\n  ");
                out.writeEmptyElement("outline");
                out.writeAttribute("type", "rss");
                out.writeAttribute("text", legal(subscription.name()));
                out.writeAttribute("title", legal(subscription.name()));
                out.writeAttribute("xmlUrl", subscription.feed().toString());
                if (subscription.home() != null) {
                    out.writeAttribute("htmlUrl", subscription.home().toString());
                }
            }
            out.writeCharacters("\n");
            out.writeEndElement();
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can always be written to", e);
        }
        return text.append('\n').toString();
    }

    private static void element(XMLStreamWriter out, String name, String value) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(value);
        out.writeEndElement();
    }

    /// XML 1.0 has no way to write the other characters.
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c < 0xd800)
                        || (c > 0xdfff && c < 0xfffe)
                        || c > 0xffff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
