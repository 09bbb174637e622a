// How much a word tells about which claim it stands in. Static, so that adding a report never changes an older link.
// Three bands: words of grammar weigh nothing, words of every report little, all others by their length, which goes
// with rarity well enough where no counts may be used (Piantadosi, Tily and Gibson, PNAS 2011).

const GRAMMAR = `a an the this that these those there here and or but nor so yet if then than as at by for from in into
of off on onto out over under to toward towards up upon down with within without about above across after against along
among amid around before behind below beneath beside besides between beyond during except inside near outside past per
since through throughout till until via while whereas whether because although though unless is am are was were be been
being do does did doing done have has had having will would shall should can could may might must ought i me my we
us our ours you your yours he him his she her hers it its they them their theirs who whom whose which what when where
why how not no never none neither cannot can't don't doesn't didn't won't wouldn't isn't aren't wasn't weren't haven't
hasn't hadn't shouldn't couldn't it's he's she's that's there's i'm we're they're you're i've we've they've i'll we'll
they'll let's also too very just only even still again already ever both each either every all any some such other
another same own more most much many few less least several one ones else rather quite almost however therefore thus
himself herself itself themselves myself ourselves yes s t re ve ll d m`

const COMMON = `say tell report add new year day week month time people last first next early late earlier later now
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december today yesterday tomorrow ago make take get give go come see know think want use find
become put keep let begin seem show mean call ask need leave work way thing man woman part place case point
number group fact lot well back good great high low big large small long short old right left two three
mr mrs ms dr sir accord official spokesman spokeswoman statement comment note state government country
morning evening night hour minute a.m p.m gmt est edt local time near recent recently currently`

const WORDS_OF_GRAMMAR: ReadonlySet<string> = new Set(GRAMMAR.split(/\s+/))
const WORDS_OF_EVERY_REPORT: ReadonlySet<string> = new Set(COMMON.split(/\s+/))

/** True for words of grammar: articles, prepositions, pronouns, auxiliaries. Given folded. */
export function isGrammar(folded: string): boolean {
  return WORDS_OF_GRAMMAR.has(folded)
}

/** 0 for grammar, little for words of every report, up to 1 for long words. Given folded, and stemmed. */
export function weighWord(folded: string, stem: string): number {
  if (WORDS_OF_GRAMMAR.has(folded)) return 0
  if (WORDS_OF_EVERY_REPORT.has(folded) || WORDS_OF_EVERY_REPORT.has(stem)) return 0.3
  return Math.min(1, 0.5 + 0.07 * Math.max(0, stem.length - 2))
}
