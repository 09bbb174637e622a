// What whoever is handed a case has to know to check it, without Readout and without us.

export interface ToldCase {
  readonly named: readonly string[]
  readonly from: number // the first log entry that it holds
  readonly head: { readonly number: number; readonly before: string }
  readonly removed: number // records out of which words were taken
}

/** The text of README.txt. */
export function tellCase({ named, from, head, removed }: ToldCase): string {
  return `A case from a desk of Readout: ${named.join(', ')}

  captures.warc.gz   what was asked and what came, as a web archive (WARC 1.1)
  payloads/          the bytes as they came; each file bears its SHA-256 as its name
  records/           a record of each capture and each decision; each bears its SHA-256 as its name
  editions/          the record of each edition, likewise
  log.jsonl          the log of the desk from entry ${from} on
  texts/             the readable text of each report
  evidence.jsonl     what each line and claim rests on: a text, and the place of the words in it in code points
  claims.jsonl       what was made of the reports
  manifest.json      what is here, and how far the log had come
  SHA256SUMS         the SHA-256 of every other file

1. Nothing was changed since it was written:

     sha256sum -c SHA256SUMS

2. Every record and every payload is what its name says:

     for f in payloads/* records/captures/* records/decisions/* editions/*.json; do
       n=$(basename "$f" .json); s=$(sha256sum < "$f"); [ "\${s%% *}" = "$n" ] || echo "$f is not what it is called"
     done
${removed === 0 ? '' : `\n   ${removed} of them will be named: words were taken out of them by law or for somebody's safety, which a decision of the\n   kind "withdraw" among the records says, with the digest of what stands there now.\n`}
3. The log is one chain. Each line is [number, time, what, digest of the line before]; "what" is the name of a record. No line
   is printed where the chain holds:

     b=$(head -n 1 log.jsonl | sed 's/.*"\\([0-9a-f]*\\)"]$/\\1/')
     while IFS= read -r l || [ -n "$l" ]; do
       case "$l" in *"\\"$b\\"]") ;; *) echo "the chain breaks at $l" ;; esac
       b=$(printf %s "$l" | sha256sum | cut -c1-64)
     done < log.jsonl; [ "$b" = "${head.before}" ] || echo "the chain ends elsewhere"

   It ends at entry ${head.number} with ${head.before}. Every issued edition prints
   how far the log had come and the first characters of this digest: an edition that was printed later than these entries vouches for
   them.

4. The web archive is whole, by any tool for the format, such as

     gzip -t captures.warc.gz && warcio check -v captures.warc.gz
`
}
