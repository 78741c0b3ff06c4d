// People who do not exist, to try the page with. Their words are in English, as the names in the catalogue are.
export const EXAMPLES = {
  cook: {
    text: "I have been a cook for four years in a hotel kitchen. I bake pastries at home and would like to become a pastry chef.",
    experience: [{role: "cook", months: 48}],
    constraints: {hoursPerWeek: 8},
  },
  accountant: {
    text: "I have been an accountant for six years. I prepare financial reports, I am very good with Excel and do some data analysis.",
    experience: [{role: "accountant", months: 72}],
    credentials: [{id: "Data analytics for accountants"}],
    skills: [{skill: "financial reporting", level: "intermediate", evidence: "work"}, {skill: "Excel", level: "advanced", evidence: "work"}],
    target: {role: "financial analyst"},
  },
  parent: {
    text: "I was at home with my children for some years. I helped with homework at their school and I am good at active listening.",
    skills: [{skill: "homework help"}, {skill: "look after children"}],
    target: {role: "teaching assistant"},
    constraints: {hoursPerWeek: 6, maxCost: {amount: 100, currency: "EUR"}, modes: ["online"], languages: ["en"], noFormalEntry: true},
  },
  marketer: {
    text: "I have worked in marketing for some years, I know marketing principles and spreadsheets.",
    skills: [{skill: "spreadsheets", level: "intermediate", evidence: "work"}, {skill: "marketing principles", level: "intermediate", evidence: "work"}],
    target: {credential: "Postgraduate Certificate in Digital Marketing Analytics"},
    constraints: {hoursPerWeek: 8, modes: ["online", "hybrid"], languages: ["en"], maxCost: {amount: 6000, currency: "EUR"}, assessedOnly: true},
  },
};
