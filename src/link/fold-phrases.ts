// One word for several, so that "steps down" can be laid beside "resigned".
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:step(?:s|ped|ping)?|stand(?:s|ing)?|stood) down\b/giu, 'resign'],
  [/\b(?:give|gives|gave|given|hand|hands|handed) back\b/giu, 'return'],
  [/\b(?:throw|throws|threw|thrown|kick|kicks|kicked) out\b/giu, 'expel'],
  [/\b(?:set|sets|setting) (?:fire to|ablaze|alight)\b/giu, 'burn'],
  [/\b(?:break|breaks|broke|broken) (?:off|down)\b|\b(?:fall|falls|fell|fallen) (?:apart|through)\b/giu, 'collapse'],
  [/\bcall(?:s|ed|ing)? off\b/giu, 'cancel'],
  [/\b(?:pull|pulls|pulled) out\b/giu, 'withdraw'],
  [/\b(?:shut|shuts|shutting) down\b/giu, 'close'],
  [/\bsign(?:s|ed|ing)? up\b/giu, 'join'],
  [/\bpass(?:es|ed)? away\b/giu, 'die'],
  [/\b(?:make|makes|made) up\b/giu, 'invented'],
  [/\b(?:shake|shakes|shook|shaken|shaking)(?: \S+){0,3} hands?\b/giu, 'handshake'],
  [/\b(?:cut|cuts) off\b/giu, 'isolated'],
]

/** The text with a single word in the place of phrases that mean what one word does. */
export function foldPhrases(text: string): string {
  return PHRASES.reduce((folded, [phrase, word]) => folded.replace(phrase, word), text)
}
