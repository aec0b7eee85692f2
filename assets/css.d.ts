// In a script a style sheet is text.
declare module "*.css" {
  const text: string;
  export default text;
}
