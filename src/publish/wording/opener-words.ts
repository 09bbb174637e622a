// Words that are capital only because a sentence begins with them. What is not listed, and stands nowhere in small
// letters among the grounds, counts as a name.

const WORDS = `a an the this that these those here there it its he him his she her they them their we our you i my
and but or nor so yet if when while where as at by for from in into of off on onto out over under to toward towards up
upon with within without about above across after against along amid among around before behind below beneath beside
besides between beyond despite during except inside near outside past per since through throughout till until unless
whereas whether because although though once than then thus hence both each either neither every all any some such
another same other others own more most much many few fewer several less least none no not never nobody nothing nowhere
one two three four five six seven eight nine ten eleven twelve dozens scores hundreds thousands half
asked speaking talking writing citing quoting questioned pressed according accused told addressing responding replying
also again already earlier later meanwhile however instead moreover still separately now today yesterday tonight
tomorrow last next what who whose which how why is are was were has have had will would may might can could should must
officials official sources source diplomats diplomat negotiators negotiator spokesman spokeswoman spokesperson envoy
envoys ministers minister lawmakers senators senator aides aide advisers adviser reporters journalists people person
talks negotiations plans plan reports report claims claim troops forces soldiers prisoners parties sides leaders leader
government governments parliament president presidents prime foreign defence defense deputy former senior unnamed
anonymous outgoing acting chief general chairman chairwoman speaker ambassador ambassadors secretary mediators
delegates analysts experts witnesses residents families relatives commanders generals officers authorities ministry
embassy commission committee office council court police army navy opposition asked beside contested reported announced
confirmed denied corrected retracted changed unknown disputed under only even just about nearly almost at least up`

const OPENERS: ReadonlySet<string> = new Set(WORDS.split(/\s+/))

/** True for a word, in small letters, that is no name where it only begins a sentence. */
export function isOpener(lower: string): boolean {
  return OPENERS.has(lower) || /(?:ing|ly)$/.test(lower)
}
