"use strict";
// Search, sort and filter; links open what they lead to. Without this script the page lacks nothing else.
const list = document.getElementById("students");
const byName = Array.from(list?.children ?? []);
const [search, sort, ungraded] = ["search", "sort", "ungraded"].map((id) => document.getElementById(id));
const update = () => {
  const words = search.value.normalize().toLowerCase();
  const score = (student) => Number(student.dataset.score ?? -1);
  const students = byName.slice();
  if (sort.value === "score") students.sort((a, b) => score(a) - score(b));
  for (const student of students) {
    const name = student.querySelector(".name").textContent.normalize().toLowerCase();
    student.hidden = !name.includes(words) || (ungraded.checked && "score" in student.dataset);
    list.append(student);
  }
};
const open = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target && target.tagName === "DETAILS") target.open = true;
};
addEventListener("hashchange", open);
// A page with a part of a large class has no tools.
if (list) {
  for (const tool of [search, sort, ungraded]) tool.addEventListener("input", update);
  document.querySelector("form.tools").addEventListener("submit", (event) => event.preventDefault());
  update();
}
open();
