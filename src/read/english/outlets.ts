// Outlets and agencies: those whose names say nothing of their kind, with their aliases, and the words by which the
// others are told. The name is the one an outlet is listed under.

const NAMED = `Reuters|reuters
Associated Press|associated press,the associated press,ap,the ap
Agence France-Presse|agence france-presse,afp
United Press International|upi,united press international
Bloomberg|bloomberg,bloomberg news
TASS|tass
Interfax|interfax
RIA Novosti|ria,ria novosti
Xinhua|xinhua
Al Jazeera|al jazeera,al-jazeera,aljazeera
Politico|politico
CNN|cnn
BBC|bbc,bbc news
NBC News|nbc,nbc news
CBS News|cbs,cbs news
ABC News|abc,abc news
MSNBC|msnbc
Fox News|fox,fox news
NPR|npr
Axios|axios
Breitbart News|breitbart,breitbart news
The New York Times|new york times,the new york times,nyt
The Wall Street Journal|wall street journal,the wall street journal
The Washington Post|washington post,the washington post
Financial Times|financial times,the financial times,ft
The Guardian|guardian,the guardian
The Economist|economist,the economist
USA Today|usa today
The Huffington Post|huffington post,the huffington post,huffpost
Le Monde|le monde
Der Spiegel|der spiegel,spiegel
Bild|bild
Kommersant|kommersant
Kyiv Independent|kyiv independent,the kyiv independent
Ukrainska Pravda|ukrainska pravda
Haaretz|haaretz
Kyodo|kyodo
Yonhap|yonhap
Anadolu|anadolu
Deutsche Welle|deutsche welle,dw`

/** Outlets by alias, lower case. */
export const OUTLETS: ReadonlyMap<string, string> = new Map(
  NAMED.split('\n').flatMap((line) => {
    const [name = '', aliases = ''] = line.split('|')
    return aliases.split(',').map((alias): [string, string] => [alias, name])
  }),
)

// the Northern Courier, Meridian News Agency, Radio Karsk: a name with one of these words is an outlet's
export const OUTLET_NAME =
  /^(?:the )?(?:[\p{Lu}][\p{L}’'.-]*\s+)*(?:News|News Agency|Press Agency|Wire|Times|Post|Herald|Journal|Tribune|Gazette|Courier|Chronicle|Observer|Telegraph|Dispatch|Daily|Mail|Radio|Television|TV|Broadcasting|Examiner|Inquirer|Sentinel|Mercury|Echo|Bulletin|Ledger|Record|Standard|Star|Sun|Argus|Review|Monitor|Weekly|Magazine)(?:\s+[\p{Lu}][\p{L}]+)?$/u
