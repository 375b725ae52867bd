/**
 * The scales that Recharts gets in place of all of d3-scale (see vite.config.ts). It asks for them by name, so that no
 * bundler can tell which it needs: calendars and colours would come along, 8 KB compressed. Its axes of numbers are
 * linear; points and bands are what it takes for axes that are not told.
 */

export { scaleBand, scaleLinear, scalePoint } from 'd3-scale';
