// One spelling for a word that American and British print otherwise, so that a changed spelling is no changed word.
// By the regular endings and by lists where an ending would also join two words ("mourning" is not "morning").
const OUR =
  /^((?:dis|un)?(?:arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|glam|harb|hon|hum|lab|neighb|od|parl|rig|rum|sav|savi|splend|succ|tum|val|vap|vig))our/
const LL =
  /^(cancel|channel|counsel|credential|dial|duel|equal|fuel|jewel|label|level|libel|marshal|marvel|model|panel|quarrel|refuel|rival|shovel|signal|spiral|total|travel|tunnel|unravel|untravel)l(?=(?:ed|ing|er|ers|or|ors|ery)$)/
const CE = /^(defen|licen|offen|preten|practi)c(?=(?:e|es|ed|ing)$)/
const RE = /^(calib|cent|fib|kilomet|lit|lust|meag|met|millimet|sab|spect|theat)re(?=s?$)/

const PAIRS: ReadonlyMap<string, string> = new Map(
  `grey gray, greyer grayer, cheque check, cheques checks, tyre tire, tyres tires, kerb curb, plough plow, sceptic skeptic,
  sceptical skeptical, sceptics skeptics, scepticism skepticism, aluminium aluminum, programme program, programmes programs,
  ageing aging, judgement judgment, judgements judgments, acknowledgement acknowledgment, enrol enroll, fulfil fulfill,
  fulfilment fulfillment, enrolment enrollment, instalment installment, instalments installments, skilful skillful,
  wilful willful, wilfully willfully, towards toward, afterwards afterward, backwards backward, forwards forward,
  upwards upward, downwards downward, amongst among, amidst amid, whilst while, learnt learned, burnt burned, spelt spelled,
  dreamt dreamed, leapt leaped, dialogue dialog, dialogues dialogs, catalogue catalog, analogue analog, manoeuvre maneuver,
  manoeuvres maneuvers, manoeuvring maneuvering, draught draft, moustache mustache, cosy cozy, gaol jail, artefact artifact,
  artefacts artifacts, mum mom, mums moms, adviser advisor, advisers advisors, okay ok, ageing aging, anaemic anemic,
  paediatric pediatric, orientated oriented, furore furor, pyjamas pajamas, storeys stories, encyclopaedia encyclopedia`
    .split(/,\s+/)
    .map((pair): [string, string] => pair.split(' ') as [string, string]),
)

/** The American spelling of a folded word, as far as the tables go; any other word as it stands. */
export function foldSpelling(folded: string): string {
  const listed = PAIRS.get(folded)
  if (listed !== undefined) return listed
  if (folded.length < 5) return folded
  return folded
    .replace(OUR, '$1or')
    .replace(LL, '$1')
    .replace(CE, '$1s')
    .replace(RE, '$1er')
    .replace(/(?<=^.{3,})is(?=(?:e|es|ed|ing|er|ers|ation|ations)$)/, 'iz') // organise; no two words differ by it
    .replace(/(?<=^.{2,})ys(?=(?:e|es|ed|ing)$)/, 'yz') // analyse
}
