export { checkConservation } from './check-conservation.js';
