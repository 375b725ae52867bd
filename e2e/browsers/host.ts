/** A page of somebody else's, that has pages of Inner Loop within it. */

import type { Connect } from 'vite';

/** Its path; what is within it is named by its query. */
export const HOST = 'course';

/** Answers for it. */
export const answerHost: Connect.NextHandleFunction = (request, response, next) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname !== `/${HOST}`) return next();
  const frames = searchParams
    .getAll('frame')
    .map((address) => `<iframe src="/${address.replaceAll('&', '&amp;')}" width="700"></iframe>`);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><title>A course</title>${frames.join('')}`);
};
