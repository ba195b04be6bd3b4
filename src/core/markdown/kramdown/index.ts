export { kramdown, kramdownOptions, type KramdownOptions } from './old';
