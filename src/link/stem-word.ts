// Takes the inflection off an English word, and no more: a claim about an offer is not one about an office.
// A few suffix rules in the spirit of step 1 of Porter (1980), without his later steps, which join too much.

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    said: 'say',
    told: 'tell',
    held: 'hold',
    met: 'meet',
    made: 'make',
    gave: 'give',
    given: 'give',
    took: 'take',
    taken: 'take',
    went: 'go',
    gone: 'go',
    came: 'come',
    left: 'leave',
    sent: 'send',
    spoke: 'speak',
    spoken: 'speak',
    sought: 'seek',
    fell: 'fall',
    fallen: 'fall',
    rose: 'rise',
    risen: 'rise',
    broke: 'break',
    broken: 'break',
    lost: 'lose',
    won: 'win',
    began: 'begin',
    begun: 'begin',
    knew: 'know',
    known: 'know',
    saw: 'see',
    seen: 'see',
    paid: 'pay',
    sold: 'sell',
    bought: 'buy',
    brought: 'bring',
    kept: 'keep',
    led: 'lead',
    written: 'write',
    wrote: 'write',
    men: 'man',
    women: 'woman',
    children: 'child',
  }),
)

/** The word without its inflection, for a word already in lower case and without accents. */
export function stemWord(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular) return irregular
  if (word.length < 4 || word.length > LONGEST || !/^[a-z]+$/.test(word)) return word
  const singular = withoutPlural(word)
  return withoutPastOrIng(singular)
}

const LONGEST = 60 // letters; what is longer is no word, and telling its parts takes the square of its length

// talks -> talk, parties -> party, crises -> crise, losses -> loss; but crisis, status, press stay.
function withoutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word
}

// offered -> offer, agreed -> agree, dropped -> drop, freezing -> freez (and freeze -> freez), denied -> deny.
function withoutPastOrIng(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`
  const bare = /^(.*[aeiouy].*)(?:ed|ing)$/.exec(word)?.[1]
  if (bare === undefined || bare.length < 3) return withoutFinalE(word)
  if (/^[^aeiouy][aeiou][^aeiouwxy]$|^[^aeiouy]re$/.test(bare)) return `${bare}e` // moved, voted, freed: with a double letter it were another
  if (/([bdgklmnprtv])\1$/.test(bare) && !/(?:ll|rr)$/.test(bare)) return bare.slice(0, -1)
  return withoutFinalE(bare)
}

function withoutFinalE(word: string): string {
  return word.length > 4 && word.endsWith('e') ? word.slice(0, word.endsWith('ee') ? -2 : -1) : word
}
