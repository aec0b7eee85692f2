// A style sheet imported by a script is text.
declare module "*.css" {
  const text: string;
  export default text;
}
