// How a desk does in words, for those who print it and make no page.
export { listFacts, tellProcess } from '../../publish/pages/status.ts'
