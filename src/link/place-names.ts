// Names of one country: the country, its people, its capital where reports use it for the government. In a claim
// "Washington would not talk", "the Americans would not talk" and "the U.S. would not talk" are one. An own list, by
// general knowledge; invented or rarer countries are compared as they are printed.

const COUNTRIES = `
united states|u.s.|us|usa|u.s.a.|america|american|americans|washington
united kingdom|u.k.|uk|britain|british|london
european union|e.u.|eu|brussels
united nations|u.n.|un
russia|russian|russians|moscow|kremlin
ukraine|ukrainian|ukrainians|kyiv|kiev
china|chinese|beijing
france|french|paris
germany|german|germans|berlin
poland|polish|poles|warsaw
italy|italian|italians|rome
spain|spanish|madrid
turkey|turkiye|turkish|turks|ankara
iran|iranian|iranians|tehran
iraq|iraqi|iraqis|baghdad
israel|israeli|israelis|jerusalem
syria|syrian|syrians|damascus
lebanon|lebanese|beirut
egypt|egyptian|egyptians|cairo
jordan|jordanian|amman
saudi arabia|saudi|saudis|riyadh
qatar|qatari|doha
yemen|yemeni|yemenis|sanaa
india|indian|indians|delhi
pakistan|pakistani|pakistanis|islamabad
afghanistan|afghan|afghans|kabul
japan|japanese|tokyo
north korea|north korean|north koreans|pyongyang
south korea|south korean|south koreans|seoul
taiwan|taiwanese|taipei
philippines|philippine|filipino|manila
belarus|belarusian|minsk
georgia|georgian|tbilisi
armenia|armenian|yerevan
azerbaijan|azerbaijani|baku
kazakhstan|kazakh|astana
hungary|hungarian|budapest
netherlands|dutch|hague
sweden|swedish|stockholm
finland|finnish|helsinki
norway|norwegian|oslo
denmark|danish|copenhagen
canada|canadian|canadians|ottawa
mexico|mexican|mexicans
brazil|brazilian|brasilia
venezuela|venezuelan|caracas
cuba|cuban|havana
serbia|serbian|serbs|belgrade
kosovo|kosovar|pristina
greece|greek|greeks|athens
sudan|sudanese|khartoum
ethiopia|ethiopian|addis
somalia|somali|mogadishu
libya|libyan|tripoli
`

const KEY_OF: ReadonlyMap<string, string> = new Map(
  COUNTRIES.trim()
    .split('\n')
    .flatMap((line) => {
      const names = line.split('|')
      return names.map((name): [string, string] => [name, `#${names[0]}`])
    }),
)

/** Two-word names that a text must be searched for before it is cut into words. */
export const LONG_PLACES: readonly string[] = [...KEY_OF.keys()].filter((name) => name.includes(' '))

const A = 65 // every name in the table begins with a plain capital
const Z = 90

/** The one key of a country for a word or two that name it, its people or its capital, as printed; else undefined. */
export function countryOf(printed: string): string | undefined {
  const first = printed.charCodeAt(0)
  if (first < A || first > Z || printed === 'Us') return undefined // "us", the pronoun, is no place
  return KEY_OF.get(printed.toLowerCase().replace(/['’]s$/, ''))
}
