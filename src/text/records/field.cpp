#include "text/records/field.h"

#include <algorithm>
#include <array>

#include "text/list/letters.h"

namespace jalon::records {
namespace {

using enum NameStrength;

using Names = FieldNames;

constexpr std::array tables = {
    Names{
        Field::title, strong,
        "title,titre,task,tasks,tache,taches,task name,task title,nom de la tache,nom de tache,titre de la tache,"
        "action,actions,action item,activite,activites,activity,subject,objet,sujet,summary,issue summary,resume,"
        "card name,card title,nom de la carte,titre de la carte,what,quoi,livrable,livrables,deliverable,milestone,"
        "jalon,jalons,etape,evenement,event,event name,event title,nom de l evenement,titre de l evenement,to do,todo,"
        "a faire,intitule,libelle,designation"},
    Names{Field::title, weak, "name,nom,item,element,objectif,goal,step"},
    Names{Field::section, strong,
          "section,section column,bucket,bucket name,compartiment,nom du compartiment,list,list name,liste,"
          "nom de la liste,group,group name,groupe,project,project name,projet,nom du projet,phase,chantier,volet,axe,"
          "workstream,domaine,lot,theme"},
    Names{Field::when, strong,
          "date,dates,when,quand,jour,day,date et heure,date heure,date "
          "time,datetime,timeline,echeancier,periode,period"},
    Names{Field::time, strong, "time,heure,heures,hour,horaire,plage horaire"},
    Names{Field::start, strong,
          "start,starts,start date,date start,debut,date debut,date de debut,begin,begins,begin date,commence,"
          "date de commencement,timeline start,echeancier debut,planned start,debut prevu,date de debut prevue,"
          "debut planifie,a partir du"},
    Names{Field::start_time, strong, "start time,begin time,heure de debut,heure debut"},
    Names{Field::end, strong,
          "end,ends,end date,date end,fin,date fin,date de fin,finish,finish date,timeline end,echeancier fin,"
          "planned end,planned finish,fin prevue,date de fin prevue,fin planifiee,until,jusqu au"},
    Names{Field::end_time, strong, "end time,finish time,heure de fin,heure fin"},
    Names{Field::due, strong,
          "due,due date,due on,due at,due by,date due,echeance,echeances,date d echeance,date echeance,deadline,"
          "date limite,limite,date butoir,target date,date cible,delivery date,date de livraison,date de remise,remise,"
          "livraison,pour le"},
    Names{Field::due_time, strong, "due time,heure d echeance,heure limite"},
    Names{Field::all_day, strong,
          "all day,all day event,toute la journee,journee entiere,journee complete,evenement d une journee,"
          "evenement d une journee entiere,evenement toute la journee"},
    Names{Field::duration, strong, "duration,duree,length"},
    Names{Field::effort, strong,
          "effort,estimate,estimation,estimated time,estimated hours,original estimate,estimation originale,"
          "temps estime,temps prevu,heures prevues,charge de travail,work,travail"},
    Names{Field::recurrence, strong,
          "recurrence,repeat,repeats,repetition,repeter,recurring,frequency,frequence,periodicite,every,chaque"},
    Names{Field::reminder, strong, "reminder,reminders,rappel,rappels,remind,alarm,alarme"},
    Names{Field::owner, strong,
          "owner,owners,responsable,responsables,assignee,assignees,assigned to,assigned,assign,assigne a,assignation,"
          "attribue a,attribuee a,affecte a,affectee a,person,personne,personnes,people,members,member,membres,membre,"
          "who,qui,in charge,responsible,personne assignee,personne responsable,proprietaire,resource names,"
          "noms ressources,resource,resources,ressource,ressources,pilote,porteur"},
    Names{Field::address, strong,
          "e mail,email,mail,courriel,email address,assignee email,owner email,adresse courriel,adresse de courriel,"
          "adresse e mail,adresse electronique,adresse de messagerie,courriel du responsable"},
    Names{Field::attendee, strong,
          "attendees,attendee,participants,participant,required attendees,optional attendees,"
          "participants obligatoires,participants facultatifs,guests,invites,with,avec"},
    Names{Field::place, strong, "place,location,lieu,emplacement,endroit,where,ou,salle,room,venue,adresse,address"},
    Names{Field::notes, strong,
          "notes,note,description,details,detail,comments,commentaire,commentaires,remarque,remarques,"
          "card description,body,observations,precisions"},
    Names{Field::url, strong, "url,link,lien,card url,web,site web,hyperlink,permalink,adresse web"},
    Names{Field::tags, strong,
          "tags,tag,etiquettes,etiquette,labels,label,categories,categorie,category,mots cles,keywords"},
    Names{Field::priority, strong, "priority,priorite,prio,importance,urgency,urgence"},
    Names{Field::status, strong, "status,statut,etat,state,stage"},
    Names{Field::progress, strong,
          "progress,progression,avancement,percent complete,pourcentage,pourcentage acheve,complete,completed,done,"
          "fait,faite,termine,terminee,acheve,achevee,due complete,is completed"},
    Names{Field::completed, strong,
          "completed at,completed date,completed on,completion date,date d achevement,date de realisation,termine le,"
          "acheve le,fait le"},
    Names{Field::id, strong,
          "id,uid,key,cle,issue key,issue id,cle de ticket,id de ticket,task id,id de tache,id de la tache,card id,"
          "item id,identifier,identifiant,reference,ref,code"},
    Names{Field::number, strong, "no,n,n°,nº,num,numero,number,nr"},
    Names{Field::parent, strong,
          "parent,parent id,parent key,parent task,parent item,parent issue,tache parente,tache mere,element parent,"
          "sous tache de,subtask of"},
    Names{Field::after, strong,
          "after,apres,depends on,depend de,dependencies,dependances,dependance,predecessor,predecessors,predecesseur,"
          "predecesseurs,blocked by,blocked by dependencies,bloque par,inward issue link blocks,prerequis"},
    Names{Field::checklist, strong,
          "checklist,check list,checklist items,liste de controle,elements de la liste de controle,"
          "elements de liste de controle,subtasks,sub tasks,sous taches,subitems,sous elements,cases a cocher"},
};

constexpr std::size_t name_count = [] {
  std::size_t count = 0;
  for (const Names& table : tables) {
    count += 1 + static_cast<std::size_t>(std::count(table.names.begin(), table.names.end(), ','));
  }
  return count;
}();

constexpr auto by_name = [](const FieldName& a, const FieldName& b) { return a.name < b.name; };

constexpr auto sorted_names = [] {
  std::array<FieldName, name_count> names{};
  std::size_t at = 0;
  for (const Names& table : tables) {
    std::string_view rest = table.names;
    for (bool more = true; more;) {
      const std::size_t comma = rest.find(',');
      more = comma != std::string_view::npos;
      names[at++] = {rest.substr(0, comma), table.field, table.strength};
      if (more) rest.remove_prefix(comma + 1);
    }
  }
  std::sort(names.begin(), names.end(), by_name);
  return names;
}();

constexpr bool all_names_differ =
    std::adjacent_find(sorted_names.begin(), sorted_names.end(),
                       [](const FieldName& a, const FieldName& b) { return a.name == b.name; }) == sorted_names.end();
static_assert(all_names_differ);

constexpr std::size_t longest_header = 120;

// «Durée (h)»: what stands in brackets at the end is no part of the name; «Inward issue link (Blocks)» keeps it.
std::string_view without_brackets(std::string_view text) {
  const std::size_t open = text.find_last_of("([");
  const bool closes = text.ends_with(')') || text.ends_with(']');
  return closes && open != std::string_view::npos && open > 0 ? text.substr(0, open) : text;
}

std::optional<FieldName> find_name(const std::string& name) {
  const auto place = std::lower_bound(sorted_names.begin(), sorted_names.end(), FieldName{name, {}}, by_name);
  return place != sorted_names.end() && place->name == name ? std::optional(*place) : std::nullopt;
}

}  // namespace

std::span<const FieldNames> all_field_names() { return tables; }

std::string comparable_name(std::string_view header) {
  std::string result;
  for (const char c : list::fold(list::trim(header))) {
    const bool counts = list::is_ascii_letter(c) || list::is_digit(c) || list::is_foreign(c);
    if (counts) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

std::optional<FieldName> find_field(std::string_view header) {
  if (header.empty() || header.size() > longest_header) return std::nullopt;
  if (const auto whole = find_name(comparable_name(header))) return whole;
  return find_name(comparable_name(without_brackets(list::trim(header))));
}

}  // namespace jalon::records
