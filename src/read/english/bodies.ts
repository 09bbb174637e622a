// Bodies that speak: those whose name says nothing of their kind, and the words by which the others are told.

/** Bodies by their names, lower case, with the name that they are listed under. */
export const BODIES: ReadonlyMap<string, { readonly name: string; readonly kind: 'government' | 'organisation' }> =
  new Map(
    `white house|White House|g
state department,u.s. state department,us state department,foggy bottom|U.S. State Department|g
pentagon,defense department,u.s. defense department,defence department|U.S. Department of Defense|g
treasury department,u.s. treasury|U.S. Treasury|g
cia,central intelligence agency|Central Intelligence Agency|g
fbi,federal bureau of investigation|Federal Bureau of Investigation|g
national security council|National Security Council|g
congress|U.S. Congress|g
senate|Senate|g
house of representatives|House of Representatives|g
european union,eu,brussels|European Union|o
european commission|European Commission|o
nato|NATO|o
united nations,un,u.n.|United Nations|o
security council,un security council,u.n. security council|United Nations Security Council|o
iaea,international atomic energy agency|International Atomic Energy Agency|o
african union|African Union|o
red cross,icrc|International Committee of the Red Cross|o
world bank|World Bank|o
imf,international monetary fund|International Monetary Fund|o
hamas|Hamas|o
hezbollah|Hezbollah|o
taliban|Taliban|o
houthis,houthi|Houthis|o
vatican|Vatican|g`
      .split('\n')
      .flatMap((line) => {
        const [aliases = '', name = '', kind = ''] = line.split('|')
        return aliases
          .split(',')
          .map((alias) => [alias, { name, kind: kind === 'g' ? 'government' : 'organisation' }] as const)
      }),
  )

// the Karskian foreign ministry, the mayor's office: organs of a state
export const STATE_ORGAN =
  /\b(ministry|department|government|embassy|consulate|parliament|presidency|cabinet|army|navy|air force|military|armed forces|police|court|chancellery|foreign office|home office|treasury|administration|mission|directorate|secretariat|delegation|authorities|assembly|senate|chamber|legislature|council of ministers|border guard|coast guard|prosecutors?|central bank)\b/i

export const ORGANISATION =
  /\b(party|union|council|committee|commission|university|institute|foundation|company|corporation|inc|group|association|federation|alliance|movement|church|bank|organi[sz]ation|centre|center|campaign|agency|league|bloc|coalition|society|network|trust|board|fund|club|school|college|firm|authority|congress|front|office|team|bureau|hospital)\b/i

export const DOCUMENT =
  /\b(report|statement|letter|study|poll|survey|document|communique|communiqué|memo|filing|lawsuit|complaint|indictment|bill|law|resolution|treaty|agreement|transcript|data|figures|analysis|email|e-mail|text|draft|readout|paper|records?|book|article|editorial|column|op-ed|website|ad)s?\b/i
