// Outlets and agencies: those whose names say nothing of their kind, with their aliases, and the words by which the
// others are told. The name is the one an outlet is listed under.

// The world's agencies, broadcasters and larger papers, with the short forms that reports use of them: written down from
// general knowledge, taken from no list. A short form that is a common word as well ("the post", "time") is left out.
const NAMED = `Reuters|thomson reuters,reuters news,reuters news agency
Associated Press|the associated press,ap,the ap,a.p.,ap news
Agence France-Presse|afp,agence france presse
United Press International|upi
Bloomberg|bloomberg news,bloomberg tv,bloomberg television,bloomberg businessweek
Dow Jones Newswires|dow jones
dpa|deutsche presse-agentur,dpa news agency
EFE|efe news agency,agencia efe
ANSA|ansa news agency
PA Media|press association,the press association
TASS|itar-tass,tass news agency
Interfax|interfax news agency
Interfax-Ukraine|
RIA Novosti|ria,ria news agency
Sputnik|sputnik news
RT|russia today
Ukrinform|
UNIAN|
BelTA|
Belga|
Xinhua|xinhua news agency,the xinhua news agency
China Daily|
Global Times|the global times
People’s Daily|people's daily
CCTV|china central television,cgtn
Caixin|
South China Morning Post|the south china morning post,scmp
Kyodo|kyodo news
Jiji Press|jiji
NHK|
Nikkei|nikkei asia,the nikkei
Asahi Shimbun|the asahi shimbun,asahi
Yomiuri Shimbun|the yomiuri shimbun,yomiuri
Mainichi Shimbun|the mainichi shimbun
Japan Times|the japan times
Yonhap|yonhap news agency
Korea Herald|the korea herald
Chosun Ilbo|the chosun ilbo
KCNA|korean central news agency
Rodong Sinmun|
Press Trust of India|pti
ANI|asian news international
The Hindu|the hindu
Times of India|the times of india
Hindustan Times|the hindustan times
Indian Express|the indian express
NDTV|
Dawn News|
Geo News|geo tv
Straits Times|the straits times
Bangkok Post|the bangkok post
Jakarta Post|the jakarta post
Rappler|
IRNA|islamic republic news agency
Fars|fars news,fars news agency
Tasnim|tasnim news agency
ISNA|
Mehr|mehr news agency
Press TV|
Iran International|
WAFA|
Anadolu|anadolu agency,the anadolu agency
Hürriyet|hurriyet
TRT|trt world
Saudi Press Agency|spa news agency
WAM|emirates news agency
Al Jazeera|al-jazeera,aljazeera
Al Arabiya|al-arabiya
Al Mayadeen|al-mayadeen
Al-Ahram|al ahram
Al-Monitor|al monitor
Asharq al-Awsat|asharq al awsat
Middle East Eye|
The National|the national
Haaretz|
Jerusalem Post|the jerusalem post
Times of Israel|the times of israel
Ynet|ynetnews
Yedioth Ahronoth|
Israel Hayom|
Channel 12|
Channel 13|
Politico|politico europe,politico magazine
The Hill|the hill
Roll Call|
Axios|
Semafor|
Vox|
Vice News|
Slate|
Salon|
ProPublica|
The Intercept|the intercept
Daily Beast|the daily beast
Daily Caller|the daily caller
Breitbart News|breitbart
BuzzFeed News|buzzfeed
The Huffington Post|huffington post,huffpost
Business Insider|
Vanity Fair|
The New Yorker|new yorker
The Atlantic|the atlantic
The Nation|the nation
The New Republic|new republic
National Review|the national review
The Weekly Standard|weekly standard
Time magazine|
Newsweek|
Rolling Stone|
Esquire|
GQ|
Forbes|
Fortune magazine|
Foreign Policy magazine|foreign policy
Foreign Affairs magazine|
Mother Jones|
Yahoo News|
Drudge Report|the drudge report
CNN|cnn international,cnn politics
BBC|bbc news,the bbc,bbc radio,bbc world service,bbc persian,bbc russian
ITV|itv news
Channel 4 News|
Sky News|
NBC News|nbc,meet the press,nbc nightly news
CBS News|cbs,face the nation,60 minutes,cbs this morning
ABC News|abc,good morning america,abc world news
MSNBC|morning joe
CNBC|squawk box
Fox News|fox,fox news channel,fox business,fox business network,fox and friends,fox & friends,fox news sunday
NPR|national public radio
PBS|pbs newshour
C-SPAN|
Univision|
Telemundo|
Newsmax|
One America News|one america news network
The New York Times|new york times,nyt,n.y. times
The Wall Street Journal|wall street journal,wsj
The Washington Post|washington post,wapo
Los Angeles Times|the los angeles times,l.a. times,la times
Chicago Tribune|the chicago tribune
Boston Globe|the boston globe
Miami Herald|the miami herald
Dallas Morning News|the dallas morning news
Houston Chronicle|the houston chronicle
San Francisco Chronicle|the san francisco chronicle
Philadelphia Inquirer|the philadelphia inquirer
Des Moines Register|the des moines register
Detroit Free Press|the detroit free press
Detroit News|the detroit news
Arizona Republic|the arizona republic
Denver Post|the denver post
Seattle Times|the seattle times
Star Tribune|the star tribune
Tampa Bay Times|the tampa bay times
Cleveland Plain Dealer|plain dealer,the plain dealer
New York Post|the new york post
New York Daily News|the new york daily news
New York magazine|
Newsday|
The Washington Times|washington times
The Washington Examiner|washington examiner
Washington Free Beacon|the washington free beacon
McClatchy|
USA Today|usatoday
Christian Science Monitor|the christian science monitor
Stars and Stripes|
Voice of America|voa
Radio Free Europe|radio free europe/radio liberty,rfe/rl,rfe,radio liberty
Radio Free Asia|rfa
CBC|cbc news
CTV News|ctv
Globe and Mail|the globe and mail
Toronto Star|the toronto star
National Post|the national post
Financial Times|the financial times,ft
The Guardian|guardian
The Observer|the observer
The Independent|the independent
The Times of London|times of london
The Sunday Times|sunday times
The Daily Telegraph|daily telegraph,the telegraph
The Daily Mail|daily mail,mailonline
The Sun|the sun
The Economist|economist
The Spectator|the spectator
The Irish Times|irish times
RTÉ|rte
Le Monde|
Le Figaro|
Libération|
France 24|france24
Radio France Internationale|rfi
France Info|franceinfo
BFM TV|bfmtv
Mediapart|
Der Spiegel|spiegel,spiegel online
Bild|bild zeitung
Die Welt|
Die Zeit|
Die Presse|
Der Standard|
Frankfurter Allgemeine Zeitung|faz,frankfurter allgemeine
Süddeutsche Zeitung|sueddeutsche zeitung
Handelsblatt|
ARD|
ZDF|
Deutschlandfunk|
Deutsche Welle|dw
Neue Zürcher Zeitung|nzz
Corriere della Sera|
La Repubblica|
La Stampa|
RAI|
El País|el pais
El Mundo|
La Vanguardia|
Gazeta Wyborcza|
Rzeczpospolita|
PAP|polish press agency
MTI|
Agerpres|
Tanjug|
NRC Handelsblad|nrc
De Telegraaf|
Politiken|
Dagens Nyheter|
Svenska Dagbladet|
Aftonbladet|
Helsingin Sanomat|
Yle|
NRK|
Aftenposten|
TT News Agency|
NTB|
Ritzau|
Delfi|
Euronews|
EUobserver|
Euractiv|
Kommersant|
Izvestia|
Vedomosti|
Novaya Gazeta|
RBC|
Rossiya 24|
Rossiya 1|
Channel One|
TV Rain|dozhd
Echo of Moscow|ekho moskvy
Meduza|
The Moscow Times|moscow times
Bellingcat|
Kyiv Independent|the kyiv independent
Kyiv Post|the kyiv post
Ukrainska Pravda|
European Pravda|
Suspilne|
Hromadske|
ABC Australia|australian broadcasting corporation
Sydney Morning Herald|the sydney morning herald
The Australian|the australian
The Age|the age
NZ Herald|new zealand herald
Folha de S.Paulo|folha
O Globo|
Globo|
La Nación|
Clarín|clarin
El Universal|
Reforma|
Televisa|
Telesur|
Daily Nation|the daily nation
Mail & Guardian|
News24|
SABC|
Premium Times|
Sudan Tribune|
SUNA|
Addis Standard|`

/** Outlets by alias, lower case. A word in lower case names none: "an economist". */
export const OUTLETS: ReadonlyMap<string, string> = new Map(
  NAMED.split('\n').flatMap((line) => {
    const [name = '', aliases = ''] = line.split('|')
    const all = [name.toLowerCase(), ...aliases.split(',').filter(Boolean)]
    return all.flatMap((alias) => [alias, alias.replaceAll("'", '’')]).map((alias): [string, string] => [alias, name])
  }),
)

/** The outlet that goes by this name, whose words begin with capitals as names do. */
export function outletNamed(text: string): string | undefined {
  const lower = text.toLowerCase()
  const plain = text.replace(/^(?:the|an?)\s+/i, '')
  if (!/^\p{Lu}|^al-|\d/u.test(plain) && lower !== 'dpa') return undefined
  return OUTLETS.get(lower) ?? OUTLETS.get(plain.toLowerCase())
}

/** The nouns by which a text calls an outlet that it has named, as part of a pattern: "the paper", "the agency". */
export const OUTLET_NOUNS = 'newspaper|paper|magazine|broadcaster|outlet|network|agency|daily|website|channel|station'

// the Northern Courier, Meridian News Agency, Radio Karsk: a name with one of these words is an outlet's
export const OUTLET_NAME =
  /^(?:the )?(?:[\p{Lu}]{3,4}-(?:TV|FM|AM)|Channel (?:\d+|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)|(?:[\p{Lu}][\p{L}’'.-]*\s+)*(?:News|News Agency|Press Agency|Wire|Times|Post|Herald|Journal|Tribune|Gazette|Courier|Chronicle|Observer|Telegraph|Dispatch|Daily|Mail|Radio|Television|TV|Broadcasting|Examiner|Inquirer|Sentinel|Mercury|Echo|Bulletin|Ledger|Record|Standard|Star|Sun|Argus|Review|Monitor|Weekly|Magazine)(?:\s+[\p{Lu}][\p{L}]+)?)$/u
