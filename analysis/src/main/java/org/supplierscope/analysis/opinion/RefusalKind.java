package org.supplierscope.analysis.opinion;

/// Why there is no opinion, for counting.
public enum RefusalKind {
    /// No endpoint is set.
    NOT_CONFIGURED(Cause.SETTINGS),
    /// A setting is wrong.
    BAD_SETTING(Cause.SETTINGS),
    /// The endpoint is where we do not connect to.
    ADDRESS(Cause.SETTINGS),
    /// The endpoint does not take the key, or wants one (401, 403).
    KEY_REFUSED(Cause.SETTINGS),
    /// The endpoint knows no such model or path (404).
    NO_SUCH_MODEL(Cause.SETTINGS),
    /// The endpoint sent us elsewhere, where we do not go.
    REDIRECTED(Cause.SETTINGS),
    /// Nobody answers there.
    NO_CONNECTION(Cause.ENDPOINT),
    /// The answer was not whole in time.
    TIME_OUT(Cause.ENDPOINT),
    /// The endpoint asked us to wait (429, or 503 with a time).
    SLOW_DOWN(Cause.ENDPOINT),
    /// The endpoint failed, or refused the request for another reason.
    ENDPOINT_FAILED(Cause.ENDPOINT),
    /// The article does not fit the budget.
    TOO_LONG_TO_ASK(Cause.ARTICLE),
    /// The answer is larger than we take.
    ANSWER_TOO_LARGE(Cause.ARTICLE),
    /// The answer came to the model's limit before its end.
    ANSWER_CUT(Cause.ARTICLE),
    /// The model would not answer.
    DECLINED(Cause.ARTICLE),
    /// The model wanted a tool used.
    TOOL_WANTED(Cause.ARTICLE),
    /// The answer is not JSON, or not JSON alone.
    NOT_JSON(Cause.ARTICLE),
    /// The answer is JSON of another form than was asked for.
    WRONG_FORM(Cause.ARTICLE),
    /// The answer tells of a supplier that was not asked about, twice of one, or not of all.
    WRONG_SUPPLIERS(Cause.ARTICLE),
    /// The answer names a sentence that there is not.
    WRONG_SENTENCE(Cause.ARTICLE),
    /// A stance without its sentence, or sentences without a stance.
    WRONG_EVIDENCE(Cause.ARTICLE);

    /// Where the cause lies.
    public enum Cause {
        /// In what was set: asking again will not help.
        SETTINGS,
        /// In the endpoint: asking later may help.
        ENDPOINT,
        /// In this article and the answer to it: the next one may do better.
        ARTICLE
    }

    private final Cause cause;

    RefusalKind(Cause cause) {
        this.cause = cause;
    }

    /// Where the cause lies.
    public Cause cause() {
        return cause;
    }
}
