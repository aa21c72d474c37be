<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of the edition must know of one another: of each document its entry, of all together the
  calendar, and what is looked up in it. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:include href="modules/functions.xsl"/>
  <xsl:include href="modules/languages.xsl"/>
  <xsl:include href="modules/lookup.xsl"/>
  <xsl:include href="modules/plain.xsl"/>
  <xsl:include href="modules/entry.xsl"/>
  <xsl:include href="modules/calendar.xsl"/>
  <xsl:output method="xml" omit-xml-declaration="yes" indent="no"/>

  <!-- The document's address, when its entry is asked for. -->
  <xsl:param name="id" as="xs:string?"/>
  <!-- The entries in the volume's order, when the calendar is asked for; the source is then the volume. -->
  <xsl:param name="entries" as="document-node()?"/>

  <!-- The pages that the edition has beside those of the volume, and the entries of registers that have pages. -->
  <xsl:param name="added" as="document-node()?"/>

  <!-- The calendar, when what pages look up is asked for; the source is then the volume. -->
  <xsl:param name="calendar" as="document-node()?"/>

  <xsl:template match="/">
    <xsl:choose>
      <xsl:when test="$calendar"><xsl:sequence select="f:lookup(., $calendar)"/></xsl:when>
      <xsl:when test="$entries"><xsl:apply-templates select="." mode="calendar"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="entry"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
