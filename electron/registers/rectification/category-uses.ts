export { categoriesOfItems, countItems } from './category-uses-sql.ts';
