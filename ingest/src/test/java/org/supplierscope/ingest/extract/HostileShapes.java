package org.supplierscope.ingest.extract;

import java.util.List;

/// Markup made to break parsers, of any size.
public final class HostileShapes {

    private HostileShapes() {}

    /// Every shape that [#filling] knows.
    public static final List<String> ALL = List.of(
            "deep", "attributes", "text", "unclosed", "inline", "links", "breaks", "tables", "comments", "entities");

    /// About as many characters of markup as told.
    public static String filling(String shape, int characters) {
        return switch (shape) {
            case "deep" -> times("<div>", characters);
            case "attributes" -> attributes(characters);
            case "text" -> times("spindle ", characters);
            case "unclosed" -> times("<p class=x><b><a href=/y>Some story<li>", characters);
            case "inline" -> times("<span class=ad><i>x</i></span>", characters);
            case "links" -> times("<li class=teaser><a href=/y>Some other story of the works</a></li>", characters);
            case "breaks" -> times("word<br>", characters);
            case "tables" -> times("<table><tr><td>x", characters);
            case "comments" -> times("<!-- x --><![CDATA[ y ]]>", characters);
            case "entities" -> times("&amp;&#x41;&notanentity", characters);
            default -> throw new IllegalArgumentException("no such shape: " + shape);
        };
    }

    private static String times(String piece, int characters) {
        return piece.repeat(Math.max(1, characters / piece.length()));
    }

    private static String attributes(int characters) {
        var element = new StringBuilder("<div ");
        for (int i = 0; element.length() < characters; i++) {
            element.append('a').append(i).append("=1 ");
        }
        return element.append('>').toString();
    }
}
