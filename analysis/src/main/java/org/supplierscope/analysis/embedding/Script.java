package org.supplierscope.analysis.embedding;

/// Which encoder reads a text.
public enum Script {
    /// English, and whatever else is written in an alphabet.
    LATIN("bge-small-en-v1.5-q", 384),
    /// Chinese; Japanese as far as its characters tell.
    HAN("bge-small-zh-v1.5-q", 512);

    /// A text with at least this share of Chinese characters is Chinese: firms' and products'
    /// names are often Latin there, and Chinese characters are rare in English news.
    private static final double CHINESE = 0.2;

    private final String model;
    private final int width;

    Script(String model, int width) {
        this.model = model;
        this.width = width;
    }

    /// The script that a text is mostly in.
    public static Script of(CharSequence text) {
        long han = text.chars().filter(each -> each >= 0x3400 && each <= 0x9FFF).count();
        return han > CHINESE * text.length() ? HAN : LATIN;
    }

    /// Name of the model's files on the class path.
    String model() {
        return model;
    }

    /// How many numbers a vector has.
    public int width() {
        return width;
    }
}
