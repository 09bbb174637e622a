// Bodies that speak under names which say nothing of their kind: parliaments, agencies, armed groups, unions of states, and
// the houses and squares that stand for one. Made by hand from general knowledge in November 2026, after the order of the
// Phoenix actor lists of the Open Event Data Alliance (MIT, about 2014: states, organisations, armed groups); no line of
// theirs is in it. A body that is missing is met by the words of its name, or else read as an organisation.

export interface Body {
  readonly name: string
  readonly kind: 'government' | 'organisation'
}

// the name that it is listed under | g for a government or an organ of one, o for all others | other names
const TABLE = `
White House|g|oval office
U.S. State Department|g|state department,us state department,department of state,foggy bottom
U.S. Department of Defense|g|pentagon,defense department,u.s. defense department,us defense department,defence department,department of defense
U.S. Treasury|g|treasury department,u.s. treasury,us treasury,u.s. treasury department
U.S. Justice Department|g|justice department,department of justice,doj
U.S. Department of Homeland Security|g|department of homeland security,homeland security,dhs
Central Intelligence Agency|g|cia
Federal Bureau of Investigation|g|fbi
National Security Agency|g|nsa
National Security Council|g|nsc
U.S. Central Command|g|centcom,central command
U.S. European Command|g|eucom
U.S. Congress|g|congress,capitol hill
Senate|g|u.s. senate,us senate
House of Representatives|g|u.s. house,u.s. house of representatives
Russian State Duma|g|duma,state duma
Russian Federation Council|g|federation council
Russian Security Council|g|russia's security council
Federal Security Service|g|fsb,lubyanka,russia's federal security service
Foreign Intelligence Service|g|svr
GRU|g|russian military intelligence
Roskomnadzor|g|
Russian Foreign Ministry|g|smolenskaya square
Wagner Group|o|wagner,wagner mercenary group
Verkhovna Rada|g|rada,ukrainian parliament,ukraine's parliament
Security Service of Ukraine|g|sbu,ukraine's security service,ukrainian security service
Main Directorate of Intelligence of Ukraine|g|gur,hur,ukrainian military intelligence,ukraine's military intelligence
National Anti-Corruption Bureau of Ukraine|g|nabu
Knesset|g|israeli parliament,israel's parliament
Israel Defense Forces|g|idf,israeli military,israel's military,israeli army
Mossad|g|
Shin Bet|g|shabak
Islamic Revolutionary Guard Corps|g|irgc,revolutionary guards,revolutionary guard,iran's revolutionary guards,iran's revolutionary guard corps
Quds Force|g|
Majlis|g|iranian parliament,iran's parliament
Supreme National Security Council|g|iran's supreme national security council
Atomic Energy Organization of Iran|g|aeoi
Bundestag|g|german parliament,germany's parliament
Bundesrat|g|
Bundeswehr|g|
Bundesbank|g|
French National Assembly|g|assemblée nationale
French Foreign Ministry|g|quai d'orsay,quai d’orsay
House of Commons|g|commons
House of Lords|g|
British Foreign Office|g|foreign office,uk foreign office,fcdo
British Ministry of Defence|g|mod,uk ministry of defence,uk defence ministry
MI6|g|secret intelligence service
MI5|g|
Italian Foreign Ministry|g|farnesina
Sejm|g|polish parliament,poland's parliament
Riksdag|g|
Storting|g|
Folketing|g|
Saeima|g|
Seimas|g|
Riigikogu|g|
Cortes Generales|g|
Dáil|g|dail,oireachtas
Grand National Assembly of Turkey|g|grand national assembly,turkish parliament
National Intelligence Organization|g|turkish intelligence
National People's Congress|g|national people’s congress
People's Liberation Army|g|pla,people’s liberation army
Communist Party of China|o|chinese communist party,ccp
Taiwan Affairs Office|g|
Mainland Affairs Council|g|
Lok Sabha|g|
Rajya Sabha|g|
Research and Analysis Wing|g|
Inter-Services Intelligence|g|isi
Inter-Services Public Relations|g|ispr
National Intelligence Service|g|nis
Korean Central News Agency|o|
Loya Jirga|g|
Vatican|g|holy see
Palestinian Authority|g|palestinian national authority
Palestine Liberation Organization|o|plo
European Union|o|eu,e.u.,brussels
European Commission|o|
European Council|o|
Council of the European Union|o|
European Parliament|o|
European Central Bank|o|ecb
Council of Europe|o|
NATO|o|north atlantic treaty organization,north atlantic alliance
United Nations|o|un,u.n.
United Nations Security Council|o|security council,un security council,u.n. security council
United Nations General Assembly|o|general assembly,un general assembly,u.n. general assembly
United Nations High Commissioner for Refugees|o|unhcr,un refugee agency,u.n. refugee agency
United Nations Relief and Works Agency|o|unrwa
World Food Programme|o|wfp,world food program
UNICEF|o|un children's fund
UNESCO|o|
International Atomic Energy Agency|o|iaea,un nuclear watchdog,u.n. nuclear watchdog
Organisation for the Prohibition of Chemical Weapons|o|opcw
Organization for Security and Co-operation in Europe|o|osce
International Criminal Court|o|icc
International Court of Justice|o|icj,world court
World Health Organization|o|
World Trade Organization|o|wto
World Bank|o|
International Monetary Fund|o|imf
Organisation for Economic Co-operation and Development|o|oecd
International Committee of the Red Cross|o|red cross,icrc
Médecins Sans Frontières|o|msf,doctors without borders
Amnesty International|o|amnesty
Human Rights Watch|o|hrw
African Union|o|au
Arab League|o|league of arab states
Gulf Cooperation Council|o|gcc
Organisation of Islamic Cooperation|o|oic
Association of Southeast Asian Nations|o|asean
Economic Community of West African States|o|ecowas
Shanghai Cooperation Organisation|o|sco
Collective Security Treaty Organization|o|csto
Commonwealth of Independent States|o|cis
Eurasian Economic Union|o|eaeu
BRICS|o|
Organization of American States|o|oas
OPEC|o|opec+
Group of Seven|o|g7,g-7
Group of Twenty|o|g20,g-20
Visegrad Group|o|
Hamas|o|
Islamic Jihad|o|palestinian islamic jihad,pij
Fatah|o|
Hezbollah|o|hizbollah,hizballah,hizbullah
Houthis|o|houthi,ansar allah,ansarullah
Taliban|o|taleban
Islamic State|o|isis,isil,daesh
al-Qaeda|o|al qaeda,al-qaida,al qaida
Kurdistan Workers' Party|o|pkk,kurdistan workers’ party
Syrian Democratic Forces|o|sdf
Free Syrian Army|o|
Hayat Tahrir al-Sham|o|hts
Popular Mobilization Forces|o|pmf
Rapid Support Forces|o|rsf
al-Shabaab|o|al shabaab,al-shabab
Boko Haram|o|
Tigray People's Liberation Front|o|tplf
M23|o|
FARC|o|
ELN|o|
Arakan Army|o|
Azov Brigade|o|azov regiment
Donetsk People's Republic|o|dpr,donetsk people’s republic
Luhansk People's Republic|o|lpr,luhansk people’s republic`

/** Bodies by their names, lower case, with the name that they are listed under. */
export const BODIES: ReadonlyMap<string, Body> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', kind = '', others = ''] = line.split('|')
      const body: Body = { name, kind: kind === 'g' ? 'government' : 'organisation' }
      return [name.toLowerCase(), ...others.split(',')].filter(Boolean).map((alias) => [alias, body] as const)
    }),
)
