// How cells of CSV are written, for whoever sends lists.
export { writeCsvLine } from '../../publish/exchange/write-csv.ts'
