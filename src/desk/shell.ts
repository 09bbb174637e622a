// What the frame of a served page shows of who looks at it, for those who serve pages and do not write them.
export type { Shell } from '../publish/page.ts'
