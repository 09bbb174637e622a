// What the frame of a served page shows of who looks at it, and a page with a part of its own, for those who serve pages and do not
// write them.
export type { PageInParts, Shell } from '../publish/page.ts'
