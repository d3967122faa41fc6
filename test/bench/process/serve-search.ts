import { createServer } from 'node:http'
import { OrganisationQuery } from '@kunak/contracts/directory'
import { anonymous } from '@kunak/contracts/identity'
import { openHouse } from './open-house.ts'
import { listen } from './tell-parent.ts'

/** Bare `node:http` around the directory's search: the same work as the API's without a front door. */
const { search } = openHouse()

const server = createServer((request, response) => {
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams)
  void search.findEncoded(anonymous, OrganisationQuery.parse(query)).then((found) => {
    if (!found.ok) return void response.writeHead(400).end()
    const { json } = found.value
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': json.length })
    response.end(json)
  })
})
await listen(server)
