package org.supplierscope.analysis.opinion;

/// How a model is spoken to.
public enum Protocol {
    /// `POST {base}/chat/completions` as OpenAI, vLLM, llama.cpp and many others take it; the
    /// base mostly ends in `/v1`.
    OPENAI("/chat/completions"),
    /// `POST {base}/api/chat`, Ollama's own.
    OLLAMA("/api/chat");

    private final String path;

    Protocol(String path) {
        this.path = path;
    }

    /// What is put behind the base address.
    public String path() {
        return path;
    }
}
