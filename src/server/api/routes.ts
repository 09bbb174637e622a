// Every route of the API, in one list.
import type { Deciding } from '../../desk/decide.ts'
import type { WithEditions } from '../../desk/views/api-edition.ts'
import type { Route } from '../route.ts'
import { captureRoutes } from './captures.ts'
import { changeRoutes } from './changes.ts'
import { claimRoutes } from './claims.ts'
import { decisionRoutes } from './decisions.ts'
import { documentRoutes } from './document.ts'
import { editionRoutes } from './editions.ts'
import { type Events, makeEvents } from './events.ts'
import { jobRoutes } from './jobs.ts'
import { peopleRoutes } from './people.ts'
import { reportRoutes } from './reports.ts'
import { searchRoutes } from './search.ts'
import { sourceRoutes } from './sources.ts'

/** The routes under /api. */
export function apiRoutes(desk: Deciding & WithEditions, events: Events = makeEvents(desk)): Route[] {
  const routes: Route[] = [
    ...claimRoutes(desk),
    ...reportRoutes(desk),
    ...peopleRoutes(desk),
    ...searchRoutes(desk),
    ...editionRoutes(desk),
    ...captureRoutes(desk),
    ...sourceRoutes(desk),
    ...jobRoutes(desk),
    ...decisionRoutes(desk),
    ...changeRoutes(desk),
    events.route,
    ...documentRoutes(() => routes),
  ]
  return routes
}
