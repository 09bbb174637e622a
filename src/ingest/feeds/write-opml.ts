// A list of feeds as OPML 2.0, which other programs read: folders as outlines around the feeds in them.
import { escapeAttribute, escapeText } from './escape-xml.ts'
import type { ListedFeed } from './opml.ts'

interface Folder {
  readonly feeds: ListedFeed[]
  readonly folders: Map<string, Folder>
}

/** The document. Folders stand in the order of the first feed in them, after the feeds beside them. */
export function writeOpml(title: string, feeds: readonly ListedFeed[]): string {
  const top: Folder = { feeds: [], folders: new Map() }
  for (const feed of feeds) findFolder(top, feed.folders).feeds.push(feed)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeText(title)}</title></head>`,
    '  <body>',
    ...writeFolder(top, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}

function findFolder(top: Folder, path: readonly string[]): Folder {
  let at = top
  for (const name of path) {
    const inner = at.folders.get(name) ?? { feeds: [], folders: new Map() }
    at.folders.set(name, inner)
    at = inner
  }
  return at
}

function writeFolder({ feeds, folders }: Folder, indent: string): string[] {
  return [
    ...feeds.map((feed) => `${indent}<outline${attributesOf(feed)}/>`),
    ...[...folders].flatMap(([name, folder]) => [
      `${indent}<outline text="${escapeAttribute(name)}">`,
      ...writeFolder(folder, `${indent}  `),
      `${indent}</outline>`,
    ]),
  ]
}

/** OPML wants `text`, readers look at `title` as well. */
function attributesOf({ url, title, page, description, language }: ListedFeed): string {
  const named = { type: 'rss', text: title ?? url, title, xmlUrl: url, htmlUrl: page, description, language }
  return Object.entries(named)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeAttribute(value)}"`]))
    .join('')
}
