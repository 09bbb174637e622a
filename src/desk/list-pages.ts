// The lists of a desk as pages, each whole: what came in and changed, and one page of everything that there is.
import type { DeskStatus } from '../model/desk-status.ts'
import type { HitFormat } from '../publish/exchange/write-hits.ts'
import { serverLinks as links } from '../publish/links.ts'
import type { Shell } from '../publish/page.ts'
import { renderLedgerPage } from '../publish/pages/ledger.ts'
import { renderPeople } from '../publish/pages/people.ts'
import { renderPerson } from '../publish/pages/person.ts'
import { renderReports } from '../publish/pages/reports.ts'
import { renderSearch } from '../publish/pages/search.ts'
import { renderSettings, type SettingsView } from '../publish/pages/settings.ts'
import { renderSources } from '../publish/pages/sources.ts'
import { renderStatus } from '../publish/pages/status.ts'
import { renderStories } from '../publish/pages/stories.ts'
import { renderStory } from '../publish/pages/story.ts'
import { renderToday } from '../publish/pages/today.ts'
import type { Desk } from './desk.ts'
import { openActions } from './review/actions-for.ts'
import { writeSearchFile, writeSearchRss } from './search-files.ts'
import { type LedgerQuery, makeLedgerView } from './views/ledger.ts'
import { makePeople, type PeopleQuery } from './views/people.ts'
import { makePerson, type PersonQuery } from './views/person.ts'
import { makeReports, type ReportsQuery } from './views/reports.ts'
import { makeSearch, type SearchQuery } from './views/search.ts'
import { makeSettings } from './views/settings.ts'
import { makeSources, type SourcesQuery } from './views/sources.ts'
import { makeStories, type StoriesQuery } from './views/stories.ts'
import { makeStory } from './views/story.ts'
import { makeToday } from './views/today.ts'

/** Each throws CURSOR_UNKNOWN where the address names a page that its list has not. Undefined: there is no such thing. */
export interface ListPages {
  today(since: string | undefined, shell?: Shell): Promise<string>
  stories(query: StoriesQuery, shell?: Shell): Promise<string>
  story(id: string, shell?: Shell): Promise<string | undefined>
  ledger(query: LedgerQuery, shell?: Shell): Promise<string>
  reports(query: ReportsQuery, shell?: Shell): Promise<string>
  people(query: PeopleQuery, shell?: Shell): Promise<string>
  person(id: string, query: PersonQuery, shell?: Shell): Promise<string | undefined>
  search(query: SearchQuery, shell?: Shell): Promise<string>
  /** All that a search finds; the addresses in it begin with the origin. */
  searchFile(query: SearchQuery, format: HitFormat, origin: string): AsyncGenerator<string>
  searchFeed(query: SearchQuery, origin: string): Promise<string>
  /** `told`: what became of what was asked for. */
  sources(query: SourcesQuery, shell?: Shell, told?: readonly string[]): Promise<string>
  status(status: DeskStatus, shell?: Shell): string
  settings(shell?: Shell, refused?: SettingsView['refused']): Promise<string>
}

/** The lists as the desk stands at each call. */
export function makeListPages(desk: Pick<Desk, 'store' | 'now' | 'dir'>): ListPages {
  const looking = (at = '/', shell: Shell | undefined) => ({ ...(shell && { shell }), ...openActions(desk, shell, at) })
  return {
    today: async (since, shell) => renderToday(await makeToday(desk, since), links, shell),
    stories: async (query, shell) => renderStories(await makeStories(desk, query), links, shell),
    async story(id, shell) {
      const view = await makeStory(desk, id)
      return view && renderStory(view, links, looking(links.story?.(view.line.story), shell))
    },
    ledger: async (query, shell) => renderLedgerPage(await makeLedgerView(desk, query), links, shell),
    reports: async (query, shell) => renderReports(await makeReports(desk, query), links, shell),
    people: async (query, shell) => renderPeople(await makePeople(desk, query), links, shell),
    async person(id, query, shell) {
      const view = await makePerson(desk, id, query)
      return view && renderPerson(view, links, looking(links.person?.(view.line.entity), shell))
    },
    search: async (query, shell) => renderSearch(await makeSearch(desk, query), links, shell),
    searchFile: (query, format, origin) => writeSearchFile(desk, query, { format, origin }),
    searchFeed: (query, origin) => writeSearchRss(desk, query, { origin }),
    sources: async (query, shell, told) => renderSources(await makeSources(desk, query, told), links, shell),
    status: (status, shell) => renderStatus(status, links, shell),
    async settings(shell, refused) {
      return renderSettings({ ...(await makeSettings(desk)), ...(refused && { refused }) }, links, shell)
    },
  }
}
