// The words by which the kind of a body is told where its name alone does not (actors.ts has those whose name says nothing).

// the Karskian foreign ministry, the mayor's office: organs of a state
export const STATE_ORGAN =
  /\b(ministry|department|government|embassy|consulate|parliament|presidency|cabinet|army|navy|air force|military|armed forces|police|court|chancellery|foreign office|home office|treasury|administration|mission|directorate|secretariat|delegation|authorities|assembly|senate|chamber|legislature|council of ministers|border guard|coast guard|general staff|prosecutors?|central bank)\b/i

export const ORGANISATION =
  /\b(party|union|council|committee|commission|university|institute|foundation|company|corporation|inc|group|association|federation|alliance|movement|church|bank|organi[sz]ation|centre|center|campaign|agency|league|bloc|coalition|society|network|trust|board|fund|club|school|college|firm|authority|congress|front(?!-)|office|team|bureau|hospital)\b/i

export const DOCUMENT =
  /\b(report|statement|letter|study|research|polling|poll|survey|document|communique|communiqué|memo|filing|lawsuit|complaint|indictment|bill|law|resolution|treaty|agreement|transcript|data|figures|analysis|email|e-mail|text|draft|readout|paper|records?|book|article|editorial|column|op-ed|website|ad)s?\b/i
