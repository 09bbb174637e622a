// What rumours in the news tell of, in other words and in contrary words. Wider than the synonyms by which claims are
// joined: here the two texts are known to speak of one matter, or a low share shows that they do not.
import { stemWord } from './stem-word.ts'

const SAME = `
kill killed dead death deaths die died casualty toll lives victims
arrest arrested detain detained seize jail jailed capture custody prison
dismiss dismissed sack sacked sacks fire fired oust ousted job
resign resigned resignation quit quits
expel expelled expulsion banish
sell sold sale
own owner owns belong belongs possess
strike struck hit hits
lose lost loss gone missing vanish disappear
build built construct construction
ill illness sick sickness unwell
photograph photo picture image
video clip footage film
extend extended extension prolong prolonged renew
close closed shut shuts closure
ban banned bar barred forbid prohibit
hide hid hidden conceal suppress withhold
burn burning burnt fire ablaze arson
poison poisoned poisonous toxic taint contaminate
evacuate evacuated evacuation clear cleared
test tests fire fires launch
free freed release released liberate
collapse fail founder end
visit trip travel
sink sank sunk
steal stole stolen theft
marry married wed wedding marriage
invent invented inventing fabricate
join joins accede member
arm arms weapon weapons guns
flee fled escape leave left depart exit
build erect
snow snowfall snowstorm snowy
flood floods flooded flooding underwater
secret secretly
pay paid payment
deal sale
approve approved build
lift lifts lifted ease remove
increase rise double doubled
know known friend friends
prisoner captive hostage
conscript conscripted draft drafted
abduct abducted abduction kidnap kidnapped kidnapping
plagiarise plagiarised plagiarism copied
walk storm leave
bomb bombing blast explosion explode
shell shelled bombard bombed
murder murdered kill slay slain
injure injured wounded hurt
crash collision
capture captured take taken seize seized
spy spies spying espionage
bribe bribery corruption graft
hack hacked hackers cyberattack
divorce split
discover discovered find found
quake earthquake tremor
outage blackout
plane aircraft jet
ship vessel boat ferry
soldier soldiers troops army
child children boy girl
money cash funds
vote ballot election
sick disease virus
company firm
offer table
`

const CONTRARY = `
alive dead
alive killed
dead freed
open closed
open shut
lift keep
safe lost
safe poisoned
safe dangerous
dry flooded
full empty
plenty run
plenty lack
guilty innocent
healthy ill
well ill
fit ill
stroke well
arrested free
released held
extend expire
extend lapse
won lost
rise fall
raise cut
accept refuse
resign stay
leave stay
join quit
support oppose
sink surface
missing found
lost found
lost surface
own rent
banned allowed
banned permitted
attend skip
miss hit
miss strike
attend absent
present absent
abducted free
abducted safe
killed alive
killed survived
died alive
died survived
dead survived
death alive
arrested freed
hired fired
married single
raise lower
include exclude
agree refuse
approve reject
build demolish
destroyed intact
success failure
victory defeat
legal illegal
allowed illegal
convicted acquitted
guilty acquitted
advance retreat
recover worsen
`

// Past forms that the linker's stems leave as they are; both texts are brought to the same.
const PAST = `
struck strike
built build
hid hide
hidden hide
stole steal
stolen steal
sank sink
sunk sink
burnt burn
fled flee
shot shoot
caught catch
fought fight
drew draw
drawn draw
threw throw
thrown throw
flew fly
flown fly
drove drive
driven drive
chose choose
chosen choose
froze freeze
frozen freeze
shook shake
shaken shake
spent spend
lent lend
dealt deal
swam swim
ran run
ate eat
eaten eat
hung hang
dug dig
stood stand
grew grow
grown grow
`

const rootOfPast: ReadonlyMap<string, string> = new Map(
  PAST.trim()
    .split('\n')
    .map((line) => line.split(' ').map(stemWord))
    .map(([past = '', present = '']) => [past, present]),
)

const same = pairsOf(SAME)
const contrary = pairsOf(CONTRARY)

/** The stem of the present for that of an irregular past: "struck" is strike. */
export function rootOf(stem: string): string {
  return rootOfPast.get(stem) ?? stem
}

/** True where two stems may tell of the same event, such as those of "sacked" and "dismissed". */
export function tellSame(a: string, b: string): boolean {
  return same.has(`${rootOf(a)} ${rootOf(b)}`)
}

/** True where what one stem tells of cannot be where the other's is, such as those of "alive" and "dead". */
export function tellContrary(a: string, b: string): boolean {
  return contrary.has(`${rootOf(a)} ${rootOf(b)}`)
}

function pairsOf(table: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const line of table.trim().split('\n')) {
    const stems = line.split(' ').map((word) => rootOf(stemWord(word)))
    for (const a of stems) for (const b of stems) if (a !== b) pairs.add(`${a} ${b}`)
  }
  return pairs
}
