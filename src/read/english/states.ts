// States with the words that speak for them: name, adjective, capital, and seats that stand for the government.
// Made by hand from general knowledge in November 2026, after the order of the Phoenix country actor list of the Open Event
// Data Alliance (MIT, about 2014); no line of it is copied. A state that is missing is met by the rule in name-body.ts.
// A state may be added by anybody: one line, and the tests of name-body.ts say what it must do.

export interface State {
  readonly name: string
  readonly names: readonly string[] // with that one first
  readonly adjective: string
  readonly capitals: readonly string[] // with spelling variants
  readonly seats: readonly string[] // "the Kremlin", "Downing Street"
}

// name | adjective | capitals | seats
const TABLE = `
Afghanistan|Afghan|Kabul|
Albania|Albanian|Tirana|
Algeria|Algerian|Algiers|
Angola|Angolan|Luanda|
Argentina|Argentine|Buenos Aires|Casa Rosada
Armenia|Armenian|Yerevan|
Australia|Australian|Canberra|
Austria|Austrian|Vienna|
Azerbaijan|Azerbaijani|Baku|
Bahrain|Bahraini|Manama|
Bangladesh|Bangladeshi|Dhaka|
Belarus|Belarusian|Minsk|
Belgium|Belgian||
Bolivia|Bolivian|La Paz|
Bosnia|Bosnian|Sarajevo|
Botswana|Botswanan|Gaborone|
Brazil|Brazilian|Brasilia|Planalto
Britain,United Kingdom,UK,U.K.|British|London|Downing Street,Whitehall,10 Downing Street,Number 10,No 10,No. 10
Bulgaria|Bulgarian|Sofia|
Cambodia|Cambodian|Phnom Penh|
Cameroon|Cameroonian|Yaounde|
Canada|Canadian|Ottawa|
Chad|Chadian|N'Djamena|
Chile|Chilean|Santiago|La Moneda
China|Chinese|Beijing|Zhongnanhai
Colombia|Colombian|Bogota|
Congo|Congolese|Kinshasa|
Croatia|Croatian|Zagreb|
Cuba|Cuban|Havana|
Cyprus|Cypriot|Nicosia|
Czech Republic,Czechia|Czech|Prague|
Denmark|Danish|Copenhagen|
Ecuador|Ecuadorean|Quito|
Egypt|Egyptian|Cairo|
Eritrea|Eritrean|Asmara|
Estonia|Estonian|Tallinn|
Ethiopia|Ethiopian|Addis Ababa|
Finland|Finnish|Helsinki|
France|French|Paris|Elysee,Élysée,Elysée,Elysee Palace,Élysée Palace,Elysée Palace,Matignon
Georgia|Georgian|Tbilisi|
Germany|German|Berlin|Bundeskanzleramt
Ghana|Ghanaian|Accra|
Greece|Greek|Athens|
Guatemala|Guatemalan|Guatemala City|
Haiti|Haitian|Port-au-Prince|
Hungary|Hungarian|Budapest|
Iceland|Icelandic|Reykjavik|
India|Indian|New Delhi,Delhi|Raisina Hill
Indonesia|Indonesian|Jakarta|
Iran|Iranian|Tehran,Teheran|
Iraq|Iraqi|Baghdad|
Ireland|Irish|Dublin|
Israel|Israeli|Jerusalem|
Italy|Italian|Rome|Palazzo Chigi,Quirinale
Japan|Japanese|Tokyo|Kantei
Jordan|Jordanian|Amman|
Kazakhstan|Kazakh|Astana|
Kenya|Kenyan|Nairobi|
Kosovo|Kosovar|Pristina|
Kuwait|Kuwaiti|Kuwait City|
Kyrgyzstan|Kyrgyz|Bishkek|
Laos|Laotian|Vientiane|
Latvia|Latvian|Riga|
Lebanon|Lebanese|Beirut|Baabda
Libya|Libyan|Tripoli|
Lithuania|Lithuanian|Vilnius|
Luxembourg|Luxembourgish||
Malaysia|Malaysian|Kuala Lumpur|
Mali|Malian|Bamako|
Malta|Maltese|Valletta|
Mexico|Mexican|Mexico City|
Moldova|Moldovan|Chisinau|
Mongolia|Mongolian|Ulaanbaatar|
Montenegro|Montenegrin|Podgorica|
Morocco|Moroccan|Rabat|
Myanmar|Burmese|Naypyidaw|
Nepal|Nepalese|Kathmandu|
Netherlands|Dutch|The Hague|
New Zealand|New Zealand|Wellington|
Niger|Nigerien|Niamey|
Nigeria|Nigerian|Abuja|Aso Rock
North Korea|North Korean|Pyongyang|
North Macedonia|Macedonian|Skopje|
Norway|Norwegian|Oslo|
Oman|Omani|Muscat|
Pakistan|Pakistani|Islamabad|
Palestine|Palestinian|Ramallah|
Panama|Panamanian|Panama City|
Paraguay|Paraguayan|Asuncion|
Peru|Peruvian|Lima|
Philippines|Philippine|Manila|Malacanang,Malacañang,Malacañang Palace
Poland|Polish|Warsaw|
Portugal|Portuguese|Lisbon|
Qatar|Qatari|Doha|
Romania|Romanian|Bucharest|
Russia,Russian Federation|Russian|Moscow|Kremlin
Rwanda|Rwandan|Kigali|
Saudi Arabia|Saudi|Riyadh|
Senegal|Senegalese|Dakar|
Serbia|Serbian|Belgrade|
Singapore|Singaporean||
Slovakia|Slovak|Bratislava|
Slovenia|Slovenian|Ljubljana|
Somalia|Somali|Mogadishu|
South Africa|South African|Pretoria|Union Buildings
South Korea|South Korean|Seoul|Blue House
South Sudan|South Sudanese|Juba|
Spain|Spanish|Madrid|Moncloa
Sri Lanka|Sri Lankan|Colombo|
Sudan|Sudanese|Khartoum|
Sweden|Swedish|Stockholm|
Switzerland|Swiss|Bern|
Syria|Syrian|Damascus|
Taiwan|Taiwanese|Taipei|
Tajikistan|Tajik|Dushanbe|
Thailand|Thai|Bangkok|
Tunisia|Tunisian|Tunis|
Turkey,Turkiye,Türkiye|Turkish|Ankara|Bestepe,Beştepe
Turkmenistan|Turkmen|Ashgabat|
Uganda|Ugandan|Kampala|
Ukraine|Ukrainian|Kyiv,Kiev|Bankova,Bankova Street
United Arab Emirates,UAE,Emirates|Emirati|Abu Dhabi|
United States,U.S.,US,America,USA|American|Washington|
Uruguay|Uruguayan|Montevideo|
Uzbekistan|Uzbek|Tashkent|
Vatican,Holy See|Vatican||
Venezuela|Venezuelan|Caracas|Miraflores
Vietnam|Vietnamese|Hanoi|
Yemen|Yemeni|Sanaa,Sana'a|
Zambia|Zambian|Lusaka|
Zimbabwe|Zimbabwean|Harare|`

export const STATES: readonly State[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [names = '', adjective = '', capitals = '', seats = ''] = line.split('|')
    return {
      name: names.split(',')[0] ?? '',
      names: split(names),
      adjective,
      capitals: split(capitals),
      seats: split(seats),
    }
  })

/** What a government is called by its state: "Russian government", "United States government". */
export function governmentName(state: State): string {
  return /^(United|New Zealand|Vatican)/.test(state.name) ? `${state.name} government` : `${state.adjective} government`
}

/** The state that a bare word speaks for: a name, a capital, a seat, or a people ("the Americans"). Lower case. */
export const STATE_BY_WORD: ReadonlyMap<string, State> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line, i) => {
      const state = STATES[i]
      const names = split(line.split('|')[0] ?? '')
      if (!state) return []
      const people = /(an|i)$/.test(state.adjective)
        ? [`${state.adjective}s`]
        : /(sh|ch|ese|ss)$/.test(state.adjective)
          ? [state.adjective]
          : []
      return [...names, ...state.capitals, ...state.seats, ...people].map((word): [string, State] => [
        word.toLowerCase(),
        state,
      ])
    }),
)

/** The state that an adjective belongs to: "Russian", "U.S.". Lower case. */
export const STATE_BY_ADJECTIVE: ReadonlyMap<string, State> = new Map(
  STATES.flatMap((state): [string, State][] => [
    [state.adjective.toLowerCase(), state],
    ...(state.name === 'United States'
      ? (['u.s.', 'us', 'u.s'].map((word) => [word, state]) satisfies [string, State][])
      : []),
    ...(state.name === 'Britain'
      ? ([
          ['u.k.', state],
          ['uk', state],
        ] satisfies [string, State][])
      : []),
  ]),
)

/** The organ of a state by the state and the office: "Russia's foreign ministry", "the Ministry of Defence of Ukraine". */
export function organOf(plain: string): string | undefined {
  const ofState =
    /^(?<state>.+?)(?:[’']s)? (?<office>foreign|defen[cs]e|interior|finance|justice|energy) ministry$/i.exec(plain) ??
    /^(?<state>.+?)(?:[’']s)? ministry of (?<office>foreign affairs|defen[cs]e|the interior|internal affairs|finance|justice|energy)$/i.exec(
      plain,
    ) ??
    /^ministry of (?<office>foreign affairs|defen[cs]e|the interior|internal affairs|finance|justice|energy) of (?:the )?(?<state>.+)$/i.exec(
      plain,
    )
  const { state: words = '', office = '' } = ofState?.groups ?? {}
  const state = STATE_BY_ADJECTIVE.get(words.toLowerCase()) ?? STATES.find(({ names }) => names.includes(words))
  if (!state) return undefined
  const field = OFFICES.find(([pattern]) => pattern.test(office))?.[1]
  return field && `${state.adjective} ${field} Ministry`
}

const OFFICES: readonly (readonly [RegExp, string])[] = [
  [/^foreign/i, 'Foreign'],
  [/^defen/i, 'Defence'],
  [/interior|internal/i, 'Interior'],
  [/^finance/i, 'Finance'],
  [/^justice/i, 'Justice'],
  [/^energy/i, 'Energy'],
]

function split(list: string): string[] {
  return list.split(',').filter(Boolean)
}

/** A place, in small letters, with the quarter of the sky that headlines shorten: "n. korea". */
export function inFull(place: string): string {
  return place.replace(/^([nsew])\. /, (_, letter: string) => `${QUARTERS[letter]} `)
}

const QUARTERS: Readonly<Record<string, string>> = { n: 'north', s: 'south', e: 'east', w: 'west' }
