/* guidance.c: the documents, where they are unclear, which policies choose, whom they name. Read-only rows.
 */
#include "ext.h"

static VALUE rule_ids(const uint32_t *rules, uint32_t n) {
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < n; i++)
        rb_ary_push(list, prapi_ruby_rule_id(rules[i]));
    return rb_obj_freeze(list);
}

static VALUE policy_name(uint32_t number) {
    const prap_catalogue_policy *policy = prap_catalogue_policy_by_number(number);
    return policy == NULL ? Qnil : prapi_ruby_text(policy->name);
}

static VALUE policy_names(const uint32_t *policies, uint32_t n) {
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < n; i++)
        rb_ary_push(list, policy_name(policies[i]));
    return rb_obj_freeze(list);
}

static VALUE document_hash(const prap_document *document) {
    if (document == NULL) return Qnil;
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "name", prapi_ruby_text(document->name));
    prapi_ruby_set(hash, "first_day", prapi_ruby_day(document->first_day));
    prapi_ruby_set(hash, "last_day", prapi_ruby_day(document->last_day));
    prapi_ruby_set(hash, "state", prapi_ruby_text(document->state));
    prapi_ruby_set(hash, "policy", policy_name(document->policy));
    return hash;
}

static VALUE ambiguity_hash(const prap_ambiguity *ambiguity) {
    if (ambiguity == NULL) return Qnil;
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "number", UINT2NUM(ambiguity->number));
    prapi_ruby_set(hash, "id", prapi_ruby_text(ambiguity->id));
    prapi_ruby_set(hash, "concerns", prapi_ruby_text(ambiguity->concerns));
    prapi_ruby_set(hash, "unclear", prapi_ruby_text(ambiguity->unclear));
    prapi_ruby_set(hash, "readings", prapi_ruby_text(ambiguity->readings));
    prapi_ruby_set(hash, "recommended", prapi_ruby_text(ambiguity->recommended));
    prapi_ruby_set(hash, "policy", prapi_ruby_text(ambiguity->policy));
    prapi_ruby_set(hash, "rules", rule_ids(ambiguity->rules, ambiguity->n_rules));
    prapi_ruby_set(hash, "policies", policy_names(ambiguity->policies, ambiguity->n_policies));
    return hash;
}

static VALUE policy_hash(const prap_catalogue_policy *policy) {
    if (policy == NULL) return Qnil;
    const prap_ambiguity *ambiguity = prap_ambiguity_by_number(policy->ambiguity);
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "number", UINT2NUM(policy->number));
    prapi_ruby_set(hash, "name", prapi_ruby_text(policy->name));
    prapi_ruby_set(hash, "policy", UINT2NUM(policy->policy));
    prapi_ruby_set(hash, "default", prapi_ruby_text(policy->default_value));
    prapi_ruby_set(hash, "alternatives", prapi_ruby_text(policy->alternatives));
    prapi_ruby_set(hash, "serves", prapi_ruby_text(policy->serves));
    prapi_ruby_set(hash, "ambiguity", ambiguity == NULL ? Qnil : prapi_ruby_text(ambiguity->id));
    prapi_ruby_set(hash, "rule", prapi_ruby_rule_id(policy->rule));
    return hash;
}

static VALUE contact_hash(const prap_contact *contact) {
    if (contact == NULL) return Qnil;
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "number", UINT2NUM(contact->number));
    prapi_ruby_set(hash, "status", UINT2NUM(contact->status));
    prapi_ruby_set(hash, "id", prapi_ruby_text(contact->id));
    prapi_ruby_set(hash, "printed", prapi_ruby_text(contact->printed));
    prapi_ruby_set(hash, "where", prapi_ruby_text(contact->where));
    prapi_ruby_set(hash, "role", prapi_ruby_text(contact->role));
    prapi_ruby_set(hash, "note", prapi_ruby_text(contact->note));
    prapi_ruby_set(hash, "rules", rule_ids(contact->rules, contact->n_rules));
    return hash;
}

/* document(name), ambiguity(id), catalogue_policy(name), contact(id) -> Hash or nil. */
#define FINDER(noun, find, to_hash)                                                                          \
    static VALUE noun##_find(VALUE self, VALUE name) {                                                       \
        (void)self;                                                                                          \
        const prap_text text = prapi_ruby_to_text(name);                                                     \
        const VALUE found = to_hash(find(text.bytes, text.n));                                               \
        RB_GC_GUARD(name);                                                                                   \
        return found;                                                                                        \
    }

FINDER(document, prap_document_find, document_hash)
FINDER(ambiguity, prap_ambiguity_find, ambiguity_hash)
FINDER(policy, prap_catalogue_policy_find, policy_hash)
FINDER(contact, prap_contact_find, contact_hash)

/* document_at(i), ambiguity_at(i), catalogue_policy_at(i), contact_at(i) -> Hash, or nil past the end. */
static VALUE document_at(VALUE self, VALUE i) {
    (void)self;
    return document_hash(prap_document_at(NUM2UINT(i)));
}

static VALUE ambiguity_at(VALUE self, VALUE i) {
    (void)self;
    return ambiguity_hash(prap_ambiguity_at(NUM2UINT(i)));
}

static VALUE policy_at(VALUE self, VALUE i) {
    (void)self;
    return policy_hash(prap_catalogue_policy_at(NUM2UINT(i)));
}

static VALUE contact_at(VALUE self, VALUE i) {
    (void)self;
    return contact_hash(prap_contact_at(NUM2UINT(i)));
}

void prapi_ruby_define_guidance(VALUE native) {
    rb_define_singleton_method(native, "document", document_find, 1);
    rb_define_singleton_method(native, "ambiguity", ambiguity_find, 1);
    rb_define_singleton_method(native, "catalogue_policy", policy_find, 1);
    rb_define_singleton_method(native, "contact", contact_find, 1);
    rb_define_singleton_method(native, "document_at", document_at, 1);
    rb_define_singleton_method(native, "ambiguity_at", ambiguity_at, 1);
    rb_define_singleton_method(native, "catalogue_policy_at", policy_at, 1);
    rb_define_singleton_method(native, "contact_at", contact_at, 1);
}
