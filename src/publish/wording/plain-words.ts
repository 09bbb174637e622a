// Words that carry no matter of their own: articles, prepositions, auxiliaries, pronouns, small adverbs.

const WORDS = `a an the this that these those there here it its he him his she her they them their we us our you your i my
me and but or nor so yet if when while where as at by for from in into of off on onto out over under to toward towards up
upon with within about above across after against along amid among around before behind below beneath beside besides
between beyond despite during except inside near outside past per since through throughout till until whereas whether
because although though than then thus hence also again already still just only even very too both each either any some
such another same other others own more most much one who whose whom which what how why is are was were be been being am
has have had having do does did done will would shall should may might can could must ought not no never n't immediately
immediate later earlier once now further`

const PLAIN: ReadonlySet<string> = new Set(WORDS.split(/\s+/))

/** True for a word of grammar, in small letters. */
export function isPlain(lower: string): boolean {
  return PLAIN.has(lower) || /n't$/.test(lower)
}
