/** Given names that are common in the Netherlands and around; a capital is needed to count as one. */
export const givenNames: ReadonlySet<string> = new Set(
  `Aafke Abdel Adriaan Agnes Ahmed Aisha Albert Alex Alexander Ali Alice Amber Amina Anas Andrea Andy Anita Anja Anke Ann Anna Anne
  Anneke Annelies Annemarie Annet Anouk Ans Anton Arend Arie Arjan Arjen Arno Arthur Astrid Ayoub Ayse Aziz Barbara Bart Bas Bastiaan Beatrix
  Ben Bert Bianca Bjorn Bob Boris Bram Brenda Brigitte Carla Carlo Carlos Carolien Caroline Cees Celine Charlotte Chantal Chris Christa
  Christel Christiaan Christian Christine Cindy Claire Claudia Clara Colin Cor Corine Corrie Dana Daan Daniel Danielle Danny David Dave Debbie Deborah Demi
  Denise Dennis Diana Dick Diederik Dimitri Dirk Dorien Duco Eddy Edwin Eefje Elias Elif Eline Elisa Elisabeth Ellen Els Elsa Emiel Emily Emine Emma Emre Eric Erica Erik
  Erwin Esmee Esther Eva Evelien Evert Eveline Fadi Fatima Fatma Femke Ferdinand Ferry Floor Floris Fleur Frank Frans Franz Fred Frederik Freek Gea Geert Geertje Geert-Jan George
  Gerard Gerda Gerrit Gertrude Gijs Gina Giel Greet Greetje Guus Hamza Hanna Hannah Hanneke Hans Harm Harrie Harry Hasan Hassan Hatice Heidi Heleen
  Helen Helena Hendrik Henk Henny Herman Hilde Hugo Huub Ibrahim Ilona Ilse Imane Ina Ineke Inge Ingrid Irene Iris Isa Isabel Isabelle Ivo Jaap Jack Jacob
  Jacqueline James Jan Jana Janine Janneke Janny Jantine Jasmijn Jasper Jayden Jean Jeannette Jelle Jennifer Jenny Jeroen Jesse Jessica Jet Jeff Jim Jimmy Joan Joanna Job
  Joep Johan Johanna Johannes John Jolanda Jonas Jonathan Joost Joop Jordy Joris Jos José Josephine Joyce Judith Julia Julie Jurgen Jurre Kai Karel Karen Karim Karin
  Kate Katja Kees Kelly Kevin Khadija Kim Klaas Koen Kristel Kurt Lara Lars Laura Laurens Leen Leo Leon Leonie Lia Lianne Lieke Lien Lies Liesbeth Linda Lisa Lisanne
  Lise Liz Loes Lotte Louis Louise Luc Lucas Luca Lucy Luuk Maaike Maarten Maartje Madelon Maikel Malika Manon Marc Marcel Margriet Maria Marian Mariska Marieke Marije Marijke
  Marion Marit Marjan Marjolein Marjon Mark Marleen Marloes Marlies Martijn Martin Martina Martine Mary Maryam Mathijs Matthijs Max Maurice Mehmet Melanie Melissa Menno Merel Meryem Mia Michael
  Michel Michelle Mieke Miep Mike Mila Milan Milou Mirjam Mirthe Mo Mohamed Mohammed Monique Mustafa Myrthe Nadia Naomi Natasha Nathalie Nick Nico Nicole Niek Niels Nienke Nina Noa Noah Noor
  Noortje Nora Nouria Olga Oscar Otto Patricia Patrick Paul Paula Pauline Peggy Peter Petra Philip Pien Pieter Pim Piet Quinten Rachel Rachid Ralf Ramon Raymond Rebecca Reinier Remco Renate
  Rene René Renee Ria Richard Rick Rik Rianne Rinus Rita Rob Robbert Robert Robin Roderick Roel Roeland Roger Roland Ronald Ron Roos Rosa Rosalie Ruben Rudolf Ruth Ruud Ryan Saar Sabine Sabrina Said Sam Samir Samira Samantha
  Sander Sandra Sanne Sara Sarah Saskia Sebastiaan Selma Sem Sharon Shirley Sietske Silvia Simon Simone Sjaak Sjoerd Sofia Sofie Sonja Sophie Stan Stefan Stephanie Steven Stijn Sue Suzan Suzanne
  Sven Sylvia Tamara Tanja Tara Teun Theo Thea Thijs Thomas Tijs Tim Timo Tineke Tina Tine Tjeerd Tobias Tom Ton Tonny Toon Truus Ursula Valerie Vera Victor Vincent Wendy Werner Wesley
  Wiebe Wilco Wil Willeke Willem Willemijn Wim Wouter Yara Yasmin Yasmina Youssef Yusuf Yvette Yvonne Zainab Zoë Zoe`.split(
    /\s+/,
  ),
);
