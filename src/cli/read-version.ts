// The version of this program.
export { readVersion } from '../desk/read-version.ts'
