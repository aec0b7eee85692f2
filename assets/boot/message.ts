// The message that the reader gets where the explorer cannot run.

const message = document.getElementById("boot-message");

// Shows a sentence about a failure and a button to try again, above what can be read
// without the explorer. The cause goes to the console.
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
