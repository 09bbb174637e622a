// Conditions on a doc, called `d` in the query that they stand in. Apart, so that the quick queries need no Kysely.

/** No other doc of its report and maker took over from it. */
export const LATEST = `not exists (select 1 from derived.doc later
  where later.report = d.report and later.made_by = d.made_by and later.seen > d.seen)`

/** A doc before it in the log, of the same page and maker, has its words. */
export const REPEATS = `exists (select 1 from derived.doc before
  where before.page = d.page and before.words = d.words and before.made_by = d.made_by and before.first < d.first
  and not exists (select 1 from derived.doc later
    where later.report = before.report and later.made_by = before.made_by and later.seen > before.seen))`

/** There is a doc before it in the log of the same page and maker. */
export const FOLLOWS = `exists (select 1 from derived.doc before
  where before.page = d.page and before.made_by = d.made_by and before.first < d.first)`
