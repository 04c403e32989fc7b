package org.supplierscope.analysis.stance;

/// What a word or phrase can stand for in the cue grammar; the words are in `lexicon.txt` and
/// `references.txt`. A word can belong to several classes, kept as bits of a `long`: there can be
/// no more than 64.
enum WordClass {
    /// more of something: expand, 擴大
    GROW,
    /// raise, of prices and shares
    RAISE,
    /// set up, install, buy
    BUILD,
    /// less of something: cut, 降低
    SHRINK,
    /// leave, sell, no longer
    EXIT,
    /// go where one was not: enter, 跨入
    ENTER,
    /// narrow down to: focus on, 專注
    FOCUS,
    /// take a direction: turn to, target, 轉向
    TURN,
    /// make, offer, sell
    MAKE,
    /// put money in
    INVEST,
    /// gain from others
    WIN,
    /// run after, fight on
    CHASE,
    /// new, second, another
    NEW,
    /// capacity, output, lines
    VOLUME,
    /// plants, land
    PLANT,
    /// mass production
    MASSPROD,
    /// range, applications
    RANGE,
    /// customers
    CUSTOMERS,
    /// markets, regions
    MARKETS,
    /// a field of use, such as automotive
    FIELD,
    /// cost, price
    COST,
    /// market share
    SHARE,
    /// dependence on few
    DEPEND,
    /// high end
    HIGH,
    /// special, tailored, of value
    NICHE,
    /// low end, standard, cheap
    LOW,
    /// of low margin, not core
    POOR,
    /// a business, orders
    UNIT,
    /// rivals
    PEER,
    /// a full statement of precision
    PREC1,
    /// a sign of precision
    PREC2,
    /// a full statement of breadth
    BROAD1,
    /// looks like a cue and is none
    NOISE,
    /// figures of a period
    RESULT,
    /// share of sales
    SHAREOF,
    /// strategy, course
    STRATEGY,
    /// not
    NEG,
    /// may, is studying, if
    HEDGE,
    /// is said to
    SOFT,
    /// until now, used to
    PASTH,
    /// for years; past only where something new is told
    PASTS,
    /// now, from now on
    NOW,
    /// instead of, 而非
    BACK,
    /// from
    FROM,
    /// to
    TO,
    /// the company, it
    COMPANYREF,
    /// they, both
    PLURALREF,
    /// customers, rivals, firms outside the catalogue
    OTHERREF,
    /// market, technology, makers at large
    INDUSTRY,
    /// analysts, papers
    SOURCE,
    /// says
    SAY,
    /// some, other, second-tier
    GROUPQ,
    /// this approach
    CONTINUE,
    /// a preposition
    PREP,
    /// but, while
    BOUND,
    /// and, or
    AND,
    /// which, who
    REL,
    /// helps, lets
    HELP,
    /// a customer's product
    DEVICE,
    /// maker, supplier
    MAKER,
    /// become, remain
    BECOME,
    /// narrow down by itself: concentrate, devote, double down
    NARROW,
    /// only, solely
    ONLY,
    /// sell
    SELL,
    /// a business, a division
    BUSINESS,
    /// buy, acquisition
    PURCHASE,
    /// technology, know-how
    TECH,
    /// few, only, nobody
    SCARCE,
    /// can, match, meet
    ABLE,
    /// in the world, on the market
    WORLD,
    /// each, one, single
    EACH,
    /// need, drawing, recipe
    NEED,
    /// jointly, together
    JOINT,
    /// everything, anyone
    EVERY,
    /// half of, a third of
    PART,
    /// come down
    FALL,
    /// over, before
    OVER,
    /// quality, control
    QUALITY,
    /// put, assign
    PUT,
    /// engineers, money
    RESOURCE,
    /// a date on a road map
    SCHEDULE,
    /// dearer, for more money
    PRICEUP,
    /// develop, research
    DEVELOP,
    /// lead, ahead, 優勢
    LEAD,
    /// the only, exclusive
    SOLE,
    /// move beyond
    BEYOND,
    /// capital spending
    CAPEX,
    /// a record
    RECORD,
    /// so many a month
    RATE,
    /// on two tracks
    TWOTRACK,
    /// less a matter of
    LESS,
    /// would rather
    RATHER,
    /// than
    THAN,
    /// expand, of the firm itself
    EXPAND,
    /// where a firm expands to
    ABROAD,
    /// lower in price
    CHEAPER,
    /// the three largest
    FEWBIG,
    /// gave no details
    NOCOMMENT,
    /// the name of a supplier; not in the lists
    NAME,
    /// custom, tailor-made
    CUSTOM,
    /// average selling price
    ASP,
    /// pick, choose
    SELECT,
    /// first to, world's first
    FIRSTTO,
    /// reserved for
    RESERVED,
    /// rise, reach
    RISE,
    /// will, is to
    WILL,
    /// several, many kinds of
    MANY,
    /// workers, staff
    WORKER,
    /// hire, recruit
    HIRE,
    /// a sign of breadth
    BROAD2,
    /// ask somebody to
    ASK,
    /// sold, spun off
    SOLD,
    /// alone, exclusively
    ALONE,
    /// call for, require
    REQUIRE,
    /// fastest, smallest
    SUPER,
    /// complete, full
    COMPLETE,
    /// largest
    BIGGEST,
    /// announce, plan
    ANNOUNCE,
    /// said of what stands before: is not wanted
    DENIED,
    /// fewer pieces
    FEWER,
    /// twice, three times, a million
    TIMES,
    /// who buys a firm
    ACQUIRER,
    /// founded, listed: a sentence of history
    FOUNDED,
    /// that is over: what was told just before is past
    OVERTURN,
    /// a year, such as 2023; not in the lists
    YEAR,
    /// no class: stops a shorter entry from being found
    PLAIN
}
