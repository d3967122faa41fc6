/**
 * What Lambda's runtime does with a bundle, in a process of its own: imports the module named in the first argument, then hands each
 * event that comes from the parent to its handler and sends back what it answers.
 */
const [, , file = ''] = process.argv
const { handler } = (await import(file)) as { handler: (event: unknown, context: unknown) => Promise<unknown> }
const context = {
  functionName: 'under-test',
  functionVersion: '$LATEST',
  awsRequestId: '8f507cfc-xmpl-4697-b07a-ac58fc914c95',
  getRemainingTimeInMillis: () => 30_000,
}

process.on('message', (event) => {
  handler(event, context).then(
    (answer) => process.send?.({ answer }),
    (fault: unknown) => process.send?.({ fault: fault instanceof Error ? `${fault.name}: ${fault.message}` : 'unknown' }),
  )
})
process.send?.({ ready: true })
