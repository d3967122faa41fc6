import chromium from '@sparticuz/chromium'

/** Unpacks the browser before anybody wants it: two files that begin at once would each find half of it. */
export default async function unpackBrowser(): Promise<void> {
  await chromium.executablePath()
}
