// What the pages do beyond what they do without any script. Each part looks for its own marks in the page and does nothing where
// there are none, so a page is made for this by its markup alone.
import { copyOnRequest } from './copy.ts'
import { rememberFolds } from './folds.ts'
import { offerHelp } from './help.ts'
import { listenToKeys } from './keys.ts'
import { followEvents } from './live.ts'
import { restorePlace } from './place.ts'
import { pickWords } from './select.ts'
import { switchParts } from './toggles.ts'

rememberFolds()
switchParts()
restorePlace()
offerHelp()
listenToKeys()
copyOnRequest()
pickWords()
followEvents()
