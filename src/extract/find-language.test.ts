import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findLanguage, judgeLanguage } from './find-language.ts'

const ENGLISH =
  'Veldania will not reopen the grain corridor before the spring, its envoy said on Monday. Nobody had asked for it, she told reporters in Karsk, and there was no offer that the ministry knew of.'
const OTHERS: Readonly<Record<string, string>> = {
  de: 'Der Sprecher der Regierung von Veldanien sagte am Montag, dass die Gespräche über den Hafen nicht vor dem Frühjahr wieder aufgenommen werden. Nach Angaben zweier Diplomaten lehnte der Minister den Vorschlag ab; niemand habe ihn gefragt.',
  es: 'El portavoz del gobierno de Veldania aseguró el lunes que no habrá nuevas conversaciones sobre el puerto antes de la primavera. Según dos diplomáticos, la propuesta fue rechazada por el ministro, que dijo que nadie lo había consultado.',
  ru: 'Представитель правительства Вельдании заявил в понедельник, что переговоры о порте не возобновятся до весны. По словам двух дипломатов, министр отклонил предложение.',
  uk: 'Речник уряду Вельданії заявив у понеділок, що переговори щодо порту не відновляться до весни. За словами двох дипломатів, міністр відхилив пропозицію.',
  ar: 'قال المتحدث باسم حكومة فيلدانيا يوم الاثنين إن المحادثات بشأن الميناء لن تستأنف قبل الربيع. ووفقا لدبلوماسيين اثنين رفض الوزير الاقتراح.',
  he: 'דובר ממשלת ולדניה אמר ביום שני כי השיחות על הנמל לא יחודשו לפני האביב. לדברי שני דיפלומטים, השר דחה את ההצעה.',
  fa: 'سخنگوی دولت ولدانیا روز دوشنبه گفت که گفت‌وگوها درباره بندر پیش از بهار از سر گرفته نخواهد شد. به گفته دو دیپلمات، وزیر این پیشنهاد را رد کرد.',
  zh: '韦尔达尼亚政府发言人周一表示，有关港口的谈判在春季之前不会恢复。两名外交官称，部长拒绝了该提议。',
}

test('English is told by its words, other languages are named', () => {
  assert.equal(findLanguage(ENGLISH), 'en')
  for (const [tag, text] of Object.entries(OTHERS)) assert.equal(findLanguage(text), tag)
})

test('what shows little is undetermined, never another language', () => {
  for (const text of ['', '«Non», dit Marrow.', 'Karsk 3, Port Sabel 1; Orlenne 2, Gosten 2', '1 2 3'])
    assert.equal(findLanguage(text), 'und', text)
  const names = 'Ilse Marrow, Corvin Hale, Jon Holt, Anna Roke, Elias Corran, Marina Tull, Oren Vey, Petra Lund. '
  assert.equal(findLanguage(names.repeat(4)), 'und')
})

test('the words outrank the page, unless they only agree that it is no English', () => {
  const { de = '', ru = '' } = OTHERS
  assert.equal(judgeLanguage(ENGLISH, 'en-GB'), 'en-GB')
  assert.equal(judgeLanguage(ENGLISH, 'de'), 'en')
  assert.equal(judgeLanguage(de, 'en-US'), 'de')
  assert.equal(judgeLanguage(de, 'de-AT'), 'de-AT')
  assert.equal(judgeLanguage(ru, undefined), 'ru')
  assert.equal(judgeLanguage('Nein.', 'de'), 'de')
})

test('an English report with a long quotation in another language stays English', () => {
  assert.equal(findLanguage(`${ENGLISH}\n\n“${OTHERS.de}”\n\n${ENGLISH}\n\n${ENGLISH}`), 'en')
})
