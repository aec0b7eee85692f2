// What the names of files and folders say to the checker. assets/boot/pending.ts knows by
// them which dropped files it takes.

/** Whether a file is a program or a notebook. */
export const isProgram = (name: string) => /\.(pyw?|ipynb)$/i.test(name);

/** Whether a file is an archive that may have programs in it. */
export const isArchive = (name: string) => /\.(whl|zip|tar|tar\.gz|tgz)$/i.test(name);

/** Whether a file may say which versions a project supports. */
export const isMetadata = (name: string) => /(^|\/)(pyproject\.toml|METADATA|PKG-INFO)$/.test(name);

/** Whether a folder may hold what the reader wrote, and not what was installed or built. */
export const isEntered = (name: string) =>
  !/^(\..*|__pycache__|node_modules|venv|env|site-packages|build|dist)$/.test(name);
