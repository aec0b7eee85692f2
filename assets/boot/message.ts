// What the reader is told where the explorer cannot run.

const message = document.getElementById("boot-message");

// Says a sentence about a failure and offers a way to try again, above what the
// page has to read without the explorer. The console gets the cause.
export function fail(sentence: string, cause: unknown) {
  console.error(cause);
  const text = document.createElement("p");
  text.textContent = sentence;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Reload the page";
  button.addEventListener("click", () => location.reload());
  message?.setAttribute("role", "alert");
  message?.replaceChildren(text, button);
}
