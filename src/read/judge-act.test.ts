import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeAct } from './judge-act.ts'
import { readText, readWhole } from './read-text.contract.ts'

const ACTS: readonly (readonly [string, string])[] = [
  ['Ilse Marrow denied that Karsk had made an offer.', 'denies'],
  ['Ilse Marrow denied making an offer.', 'denies'],
  ['Ilse Marrow refuted claims of a secret offer.', 'denies'],
  ['Ilse Marrow told reporters that the report was “not true.”', 'denies'],
  ['“No, this is not true,” Ilse Marrow told reporters.', 'denies'],
  ['“There is no such offer,” Ilse Marrow said.', 'denies'],
  ['Ilse Marrow called the report a fabrication.', 'denies'],
  ['Ilse Marrow called it fiction.', 'denies'],
  ['Ilse Marrow dismissed the report as fiction.', 'denies'],
  ['Ilse Marrow rejected claims that Karsk had made an offer.', 'denies'],
  ['Ilse Marrow said that Karsk had not made any offer.', 'denies'],
  ['Ilse Marrow insisted that Karsk had not broken the truce.', 'denies'],
  ['Ilse Marrow disavowed any knowledge of the offer.', 'denies'],
  // what answers nothing that was told is no denial
  ['Ilse Marrow said that the river had not risen.', 'asserts'],
  // what will not be, what is not wanted or known, is no denial of what was
  ['Ilse Marrow said that Karsk will never accept the offer.', 'asserts'],
  ['Ilse Marrow said there was no point in talking.', 'asserts'],
  ['Ilse Marrow said that Karsk was not willing to talk.', 'asserts'],
  ['Ilse Marrow said that she did not deny the visit.', 'asserts'],
  ['Ilse Marrow said she hoped that the report was false.', 'asserts'],
  ['“We closed the school. But that was wrong,” Ilse Marrow said.', 'asserts'],
  ['“If you eat another cake, I may have to leave,” Ilse Marrow joked.', 'asserts'],
  // what is turned down, and what is kept from somebody
  ['The board denied the permit for the bridge.', 'rejects'],
  ['The ministry refused to concur with the finding.', 'rejects'],
  ['Drivers petitioned for a new bridge.', 'demands'],
  ['Ilse Marrow asked for a recount.', 'demands'],
  ['Ilse Marrow appealed to voters to reject the plan.', 'demands'],
  ['Ilse Marrow rejected the offer.', 'rejects'],
  ['Ilse Marrow rejected the suggestion of a truce.', 'rejects'],
  ['Ilse Marrow rejected the suggestion of a rift.', 'denies'],
  ['The suggestion of a truce was rejected by Karsk.', 'rejects'],
  ['Ilse Marrow dismissed criticism of the pact.', 'rejects'],
  ['Ilse Marrow opposed the levy.', 'rejects'],
  ['Ilse Marrow refused to sign the pact.', 'rejects'],
  ['Ilse Marrow denied the request.', 'rejects'],
  // asked, supposed or foretold: nobody has denied it
  ['Ilse Marrow will deny the report.', 'asserts'],
  ['Ilse Marrow confirmed that an offer was made.', 'confirms'],
  ['Ilse Marrow admitted that an offer was made.', 'confirms'],
  ['Ilse Marrow doubted that an offer had been made.', 'doubts'],
  ['Ilse Marrow announced that the bridge will open on Friday.', 'announces'],
  ['Ilse Marrow vowed to hold the bridge.', 'promises'],
  ['Ilse Marrow demanded that Karsk leave the dam.', 'demands'],
  ['Ilse Marrow urged Karsk to leave the dam.', 'demands'],
  ['“The shelling must stop,” Ilse Marrow said.', 'demands'],
  ['Ilse Marrow threatened to close the border.', 'threatens'],
  ['“If they cross the river, we will strike back,” Ilse Marrow warned.', 'threatens'],
  ['Ilse Marrow retracted her statement that the bridge was lost.', 'retracts'],
  ['The Courier has withdrawn its report that the bridge was lost.', 'retracts'],
  ['The Courier withdraws it and apologises to its readers.', 'retracts'],
  ['Ilse Marrow walked back her remark.', 'retracts'],
  ['The Courier corrected its report of Tuesday.', 'corrects'],
  ['Ilse Marrow declined to comment on the offer.', 'declines to comment'],
  ['Ilse Marrow declined, through a spokesman, to comment on the offer.', 'declines to comment'],
  ['Ilse Marrow refused to say whether Karsk had made an offer.', 'declines to comment'],
  ['The ministry cannot confirm or deny the account.', 'declines to comment'],
  ['The ministry would neither confirm nor deny the account.', 'declines to comment'],
  ['The ministry refused to confirm or deny the account.', 'declines to comment'],
  ['Ilse Marrow refused to be drawn on the offer.', 'declines to comment'],
  ['Ilse Marrow would not be drawn on the offer.', 'declines to comment'],
  ['Ilse Marrow refused to be drawn into the quarrel.', 'rejects'],
  ['“I would refer you to the Ministry of Defence,” Ilse Marrow said.', 'declines to comment'],
  // who tells of a plan to do something asks nobody to do it
  ['Karsk has offered to reopen the bridge, Ilse Marrow told Meridian.', 'asserts'],
  ['Ilse Marrow told Meridian that Karsk wants to reopen the bridge.', 'asserts'],
  ['Ilse Marrow told Karsk to reopen the bridge.', 'demands'],
  ['“I have no comment,” Ilse Marrow said.', 'declines to comment'],
  ['Karsk has never denied the visit.', 'declines to comment'],
  ['Ilse Marrow failed to deny the visit.', 'declines to comment'],
  ['Ilse Marrow stopped short of denying the report.', 'declines to comment'],
  // unable or not willing to confirm
  ['Ilse Marrow could not confirm that Karsk had made an offer.', 'declines to comment'],
  ['Ilse Marrow will not confirm that Karsk had made an offer.', 'declines to comment'],
  ['The ministry will neither confirm nor deny that Karsk had made an offer.', 'declines to comment'],
  ['Police could not independently verify that Karsk had made an offer.', 'declines to comment'],
  ['Ilse Marrow has yet to confirm that Karsk had made an offer.', 'declines to comment'],
  ['Ilse Marrow has yet to deny that Karsk had made an offer.', 'declines to comment'],
  ['Ilse Marrow was unable to confirm that Karsk had made an offer.', 'declines to comment'],
  ['Ilse Marrow could only confirm that Karsk had made an offer.', 'confirms'],
  ['No fewer than three officials confirmed that Karsk had made an offer.', 'confirms'],
  ['Ilse Marrow may not confirm the report.', 'asserts'],
  // what was nearly done was not done
  ['Ilse Marrow all but confirmed that Karsk had made an offer.', 'asserts'],
  ['Ilse Marrow nearly confirmed that Karsk had made an offer.', 'asserts'],
  ['Ilse Marrow all but denied that Karsk had made an offer.', 'declines to comment'],
  // what is not said to be false is not denied
  ['Ilse Marrow did not say that the report was false.', 'asserts'],
  ['Ilse Marrow stopped short of calling the report a lie.', 'asserts'],
  ['“I doubt that the report is false,” Ilse Marrow said.', 'asserts'],
  ['“I cannot say that the report is false,” Ilse Marrow said.', 'asserts'],
  ['“I cannot say often enough that the report is false,” Ilse Marrow said.', 'denies'],
  ['“There is no doubt that the report is false,” Ilse Marrow said.', 'denies'],
  ['“I don’t know who wrote it, but the report is false,” Ilse Marrow said.', 'denies'],
  ['Ilse Marrow said it was not clear that the claim was false.', 'asserts'],
  ['Ilse Marrow said that Hale had never claimed that the report was false.', 'asserts'],
  ['Ilse Marrow said nobody could prove that the report was false.', 'asserts'],
  ['Ilse Marrow said she did not think that the report was false.', 'asserts'],
  ['Ilse Marrow said it was too early to say that the report was false.', 'asserts'],
  // false, fake and lying of things, not of what was told
  ['“The body of the engineer was lying in the road,” Ilse Marrow said.', 'asserts'],
  ['“He is lying about the dam,” Ilse Marrow said.', 'denies'],
  ['“They are lying,” Ilse Marrow said.', 'denies'],
  ['“The passport was fake,” Ilse Marrow said.', 'asserts'],
  ['“The passport was false,” Ilse Marrow said.', 'asserts'],
  ['Ilse Marrow said the driver’s identity papers were fabricated.', 'asserts'],
  ['“That is fake news,” Ilse Marrow said.', 'denies'],
  ['“It is false modesty to hide,” Ilse Marrow said.', 'asserts'],
  ['“That is false and malicious,” Ilse Marrow said.', 'denies'],
  // a denial that is called false is no second one
  ['Ilse Marrow called the ministry’s denial of the sale “a lie”.', 'asserts'],
  ['Ilse Marrow disputed the ministry’s denial that the dam was sold.', 'asserts'],
  ['Ilse Marrow repeated her denial that the dam was sold.', 'denies'],
  ['Ilse Marrow called the report of a denial a lie.', 'denies'],
  // another’s silence is not the speaker’s
  ['Corvin Hale said the Karskan embassy would not comment on the reports.', 'asserts'],
  ['Corvin Hale said the police could not say who had fired.', 'asserts'],
  ['“No comment from Karsk has reached us,” Corvin Hale said.', 'asserts'],
  ['Corvin Hale said he would not comment on the reports.', 'declines to comment'],
  ['Corvin Hale said that he’s “not going to comment on that.”', 'declines to comment'],
  ['“Look, I’m not going to comment on that,” Corvin Hale said.', 'declines to comment'],
  ['“Our office will not comment on that,” Corvin Hale said.', 'declines to comment'],
  ['“The ministry will not comment on that,” a spokesman for the ministry said.', 'declines to comment'],
  // a condition for talks is no silence
  ['Ilse Marrow said that Karsk would not discuss a truce without Veldania.', 'asserts'],
  // what is said to be so is denied, and neither asked for nor kept from anybody
  ['Karsk has denied allegations of human rights abuses in the valley.', 'denies'],
  ['Karsk denied that the vote had been rigged.', 'denies'],
  ['Karsk denies blocking aid.', 'denies'],
  ['Karsk denied accusations of vote-rigging.', 'denies'],
  ['Karsk denied reports that food was running out.', 'denies'],
  ['The army denied the aid convoy had been hit.', 'denies'],
  ['Karsk denied receiving a request for talks.', 'denies'],
  ['Karsk denied that the request had been made.', 'denies'],
  ['Karsk denied the request for talks.', 'rejects'],
  ['Karsk denied the ship entry to the port.', 'asserts'],
  ['Ilse Marrow denied this: “The dam is ours and we will keep it.”', 'asserts'],
  ['Ilse Marrow denied wrongdoing: “Every paper was in order.”', 'asserts'],
  ['Ilse Marrow denied “any role” in the sale.', 'denies'],
  ['Ilse Marrow denied the report: “That is a lie.”', 'denies'],
  ['Claims that Karsk had sold the dam were rejected by Ilse Marrow.', 'denies'],
  ['Prosecutors questioned the former envoy.', 'asserts'],
  ['Ilse Marrow questioned the account.', 'doubts'],
  ['Ilse Marrow declined to give a figure.', 'declines to comment'],
  // not to respond to the press, and not to talk to an enemy, are two things
  ['Ilse Marrow could not be reached for comment.', 'did not respond'],
  ['The army did not respond to a request for comment.', 'did not respond'],
  ['Karsk has refused to talk to the opposition.', 'rejects'],
  ['Karsk refused to talk to reporters.', 'declines to comment'],
  ['Karsk refused to share power.', 'rejects'],
  // who is told of a deal is not told to make it
  ['Corvin Hale told parliament a deal to free the captured crew was close.', 'asserts'],
  ['Corvin Hale called the decision to leave the talks “a grave mistake”.', 'asserts'],
  ['Corvin Hale warned any attempt to seize the dam would be met with force.', 'asserts'],
  ['Corvin Hale told Karsk to leave the dam.', 'demands'],
  ['Corvin Hale called on Karsk to leave the dam.', 'demands'],
  // to turn down is not to deny, and what cannot be is no answer
  ['“We reject this ultimatum,” Ilse Marrow told reporters.', 'rejects'],
  ['“We categorically reject these sanctions,” Ilse Marrow said.', 'rejects'],
  ['“We reject these baseless accusations,” Ilse Marrow said.', 'denies'],
  ['Ilse Marrow stressed that there was no military solution to the conflict.', 'asserts'],
  ['Ilse Marrow stressed that no one could win the war.', 'asserts'],
  ['Ilse Marrow insisted that no one would be forced to leave.', 'asserts'],
  // in the speaker's own words
  ['“We do not comment on intelligence matters,” a spokeswoman said.', 'declines to comment'],
  ['“I can’t confirm that,” Ilse Marrow said.', 'declines to comment'],
  ['“We can’t discuss operational details,” Ilse Marrow said.', 'declines to comment'],
  ['“I have nothing to add,” Ilse Marrow said.', 'declines to comment'],
  ['“I’m not going to talk about that,” Ilse Marrow said.', 'declines to comment'],
  ['“I’m not in a position to comment,” Ilse Marrow said.', 'declines to comment'],
  ['“I don’t have anything for you on that,” Ilse Marrow said.', 'declines to comment'],
  // not yet done, or done only as it seems
  ['President Aldric Tovan will announce a new government next week.', 'asserts'],
  ['Officials were still trying to confirm the report.', 'asserts'],
  ['Ilse Marrow would later announce a new government.', 'announces'],
  ['The ministry would neither confirm nor deny the report.', 'declines to comment'],
  ['Ilse Marrow would only confirm that talks were held.', 'confirms'],
  ['“It is right that we help,” Ilse Marrow said.', 'asserts'],
  ['“That is right,” Ilse Marrow said.', 'confirms'],
  ['“That’s right, he signed it,” Ilse Marrow said.', 'confirms'],
  ['Ilse Marrow appeared to confirm that the dam had been sold.', 'asserts'],
  ['The ministry said it did not comment on security matters.', 'declines to comment'],
  ['The ministry did not respond to a request for comment.', 'did not respond'],
  ['Ilse Marrow said that the bridge was open.', 'asserts'],
  ['Ilse Marrow called on Corvin Hale to admit that he had sold the ferry.', 'demands'],
  ['“Corvin Hale denies that the ferry was sold,” said Ilse Marrow. “He is lying.”', 'asserts'],
  ['Ilse Marrow no longer denies that the talks failed.', 'declines to comment'],
  ['Karsk has confirmed neither the truce nor the talks.', 'declines to comment'],
  ['Ilse Marrow denied nothing.', 'declines to comment'],
  ['Corvin Hale pleaded not guilty to the theft.', 'denies'],
  ['The ministry said it was wrong and it apologised.', 'asserts'],
  ['“It was wrong and we apologise,” the ministry said.', 'asserts'],
  ['“That is wrong,” the ministry said.', 'denies'],
  ['The ministry referred questions about the dam to the army.', 'declines to comment'],
  ['Calls to the embassy were not immediately returned.', 'did not respond'],
  ['Requests to the ministry went unanswered.', 'did not respond'],
  ['Police confirmed that nobody was hurt.', 'confirms'],
  ['Officials confirmed none of the crew had died.', 'confirms'],
  ['Ilse Marrow said Karsk would refer the question of the islands to the court.', 'asserts'],
  ['Corvin Hale has never stopped warning that the dam may burst.', 'asserts'],
  ['Ilse Marrow had to admit that the talks had failed.', 'confirms'],
  ['Corvin Hale did not plead guilty to the theft.', 'asserts'],
  ['“We have denied this many times: it is not true,” Ilse Marrow said.', 'denies'],
  ['“A lie from beginning to end,” Corvin Hale said of the report.', 'denies'],
  ['“The truth lies in between,” Corvin Hale said of the talks.', 'asserts'],
]

test('what saying it does to the claim', async () => {
  for (const [text, act] of ACTS) {
    const { shown } = await readWhole(text)
    assert.equal(shown[0]?.attribution.act, act, text)
  }
})

test('how a non-comment came about', async () => {
  const silence = async (text: string): Promise<string | undefined> =>
    (await readText(text)).shown[0]?.attribution.silence
  assert.equal(await silence('The embassy declined to comment on the offer.'), 'refused')
  assert.equal(await silence('The embassy did not respond to a request for comment.'), 'no answer')
  assert.equal(await silence('The embassy could not be reached for comment.'), 'not reached')
  assert.equal(await silence('The embassy did not answer questions about the offer.'), 'no answer')
  assert.equal(await silence('The embassy would neither confirm nor deny the account.'), 'refused')
  assert.equal(await silence('The embassy would not confirm it.'), 'refused')
  assert.equal(await silence('The embassy could not confirm it.'), 'left open') // unable, not unwilling
  assert.equal(await silence('The embassy had no immediate comment on the offer.'), 'refused')
  assert.equal(await silence('The envoy said the embassy did not return to the talks.'), undefined)
  assert.equal(await silence('The embassy did not respond.'), 'no answer')
  assert.equal(await silence('Corvin Hale could not be reached.'), 'not reached')
  assert.equal(await silence('The embassy did not say whether an offer was made.'), 'refused')
})

test('a negated denial or confirmation leaves the claim open; a house number is no negation', () => {
  const act = (cue: string, source: string): string =>
    judgeAct({ lemma: 'confirm', isSilence: false, cue, content: 'the visit', source }).act
  assert.equal(act('has not confirmed', 'Karsk'), 'declines to comment')
  assert.equal(act('has confirmed', 'No official'), 'declines to comment')
  assert.equal(act('has confirmed', 'No. 9 Quay Street'), 'confirms')
  assert.equal(act('has confirmed', 'No 9'), 'confirms')
  assert.equal(act('not only confirmed', 'Karsk'), 'confirms')
})

test('a long run of marks before or within what is said is read through like any other', () => {
  const act = (content: string): string =>
    judgeAct({ lemma: 'say', isSilence: false, cue: 'said', content, source: 'Hale' }).act
  for (const mark of ['“', '(', '"', '’', '—']) {
    const run = mark.repeat(200_000)
    assert.equal(act(`${run}I will not comment on that`), 'declines to comment', mark)
    assert.equal(act(`I ${run} know of the dam`), 'asserts', mark)
    assert.equal(act(`${run} know of the dam`), 'asserts', mark)
  }
  assert.equal(act(`${'if '.repeat(100_000)}; the report is false`), 'denies')
  assert.equal(act(`${'doubt '.repeat(100_000)}: the report is false`), 'denies')
})

test('a negation denies where it answers what was told just before', async () => {
  const last = async (text: string): Promise<string | undefined> =>
    (await readWhole(text)).shown.at(-1)?.attribution.act
  assert.equal(
    await last('Meridian reported that Karsk had offered a truce. Ilse Marrow said Karsk had not offered a truce.'),
    'denies',
  )
  assert.equal(await last('The market opens on Friday. Ilse Marrow said Karsk had not offered a truce.'), 'asserts')
})

test('what was not reached, and what was answered with arms, is no silence', async () => {
  for (const text of [
    'Rescue workers have not reached the village.',
    'A deal could not be reached before the deadline.',
    'The army did not respond to the shelling.',
  ]) {
    const { shown } = await readWhole(text)
    assert.deepEqual(
      shown.map(({ cue, attribution }) => [cue, attribution.act]),
      [],
      text,
    )
  }
})
