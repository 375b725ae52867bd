/** What a lab needs of the lessons once one is opened in it. */

export { LessonDock } from './LessonDock';
export { opened } from './sceneAddress';
