// Which words may stand for one another where two contents are near in sense. Wider than the table of synonyms: a group
// here holds only where who acts, what is done about it, and on what terms agree as well.
import { stemWord } from './stem-word.ts'
import { areSynonyms } from './synonyms.ts'

const GROUPS = `
talk negotiate negotiation discussion discuss dialogue speak converse contact communication meeting
ceasefire truce armistice
offer propose proposal suggest suggestion readiness
reject refuse refusal spurn rebuff decline dismiss
intermediary go-between mediator emissary envoy messenger
accept concede cede recognise recognize consent agree agreed give-up
control rule occupation hold
territory land part area region valley
reluctant unwilling
pressure press push force
collapse founder unravel
fruitless fail failure
result outcome
war conflict fighting hostilities
leave withdraw withdrawal pullout quit exit
soldiers troops forces army
prisoner captive detainee
exchange swap trade return
free freed release liberate return
border frontier
close shut seal
open reopen
attack strike assault shelling shell raid hit
kill die died dead death
buy purchase acquire
get receive obtain
pass approve adopt
bill law legislation
parliament legislature
raise increase lift
cut reduce lower
expel deport
extradite surrender
fugitive flee fled
resign quit
seize capture impound
pact treaty agreement accord deal
text wording
agreement agreed agree
stay remain
phone telephone call speak
sentence prison jail
shoot shot
sign signing
join joining accession
coalition alliance
aid help support assistance
send dispatch deploy
sever break cut
channel backchannel back-channel
participate participant participation involvement involve involved include attend present presence
exclude bypass sidestep
point sense reason use
approach turn reach contact
again renew renewed
stop halt end
travel go trip visit
meet meeting
line lines front
hurt injure wound
noise commotion
violate break breach
blame responsible responsibility
shortage lack
ban forbid forbade forbidden prohibit
sack dismiss fire
settle pay
secret secretly quiet quietly private privately
`

const GROUPS_OF: ReadonlyMap<string, readonly number[]> = makeGroups()

/** True where two stems may tell of the same thing. */
export function areNear(a: string, b: string): boolean {
  if (a === b || areSynonyms(a, b)) return true
  const groups = GROUPS_OF.get(a)
  return groups?.some((group) => GROUPS_OF.get(b)?.includes(group)) ?? false
}

function makeGroups(): Map<string, number[]> {
  const groupsOf = new Map<string, number[]>()
  for (const [group, line] of GROUPS.trim().split('\n').entries()) {
    for (const stem of new Set(line.split(' ').map(stemWord))) {
      groupsOf.set(stem, [...(groupsOf.get(stem) ?? []), group])
    }
  }
  return groupsOf
}

const OPPOSITES: ReadonlySet<string> = new Set(
  `open close
raise cut
raise lower
increase cut
lift impose
begin halt
begin stop
start halt
hold collapse
support oppose
accept reject
win lose
rise fall
increase decrease
begin end
join leave
release detain
free detain
succeed fail
more less`
    .split('\n')
    .map((line) => line.split(' ').map(stemWord))
    .flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]),
)

/** True for two events of which one undoes the other: that a border was closed is not denied by its being opened. */
export function areOpposed(a: string, b: string): boolean {
  return OPPOSITES.has(`${a} ${b}`)
}
