// The document of the API as it is committed: made from the routes, which need no desk for that.
import type { Desk } from '../src/desk/desk.ts'
import { makeDocument } from '../src/server/api/make-document.ts'
import { apiRoutes } from '../src/server/api/routes.ts'
import type { Route } from '../src/server/route.ts'

const NO_DESK = {} as Desk // routes look at it only when they are asked

/** Every route of the API. */
export function listApi(): Route[] {
  return apiRoutes(NO_DESK)
}

/** The document as text. */
export async function printDocument(): Promise<string> {
  return `${JSON.stringify(await makeDocument(listApi()), undefined, 1)}\n`
}
